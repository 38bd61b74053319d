/**
 * The screens of Knelpunt, for a browser. There is no more Java here than hands out files: all that the screens know and do goes
 * over the HTTP API, as whoever has signed in there, so nothing here is trusted with anything.
 */
package nl.knelpunt.console;
