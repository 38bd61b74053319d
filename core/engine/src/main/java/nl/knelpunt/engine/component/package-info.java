/**
 * The components behind the engine's contracts. Not exported; the classes are public only because Declarative Services asks for
 * it.
 */
package nl.knelpunt.engine.component;
