/** Looks through Dutch free text by word lists and rules that are data, and by checks of identifiers. */
package nl.knelpunt.text;
