/** The demo: its accounts and the story of a region in eighteen months, told through the use cases that people use. */
package nl.knelpunt.demo;
