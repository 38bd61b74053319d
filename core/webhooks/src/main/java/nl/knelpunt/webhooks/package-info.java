/** Calls systems of participants when something happens. */
package nl.knelpunt.webhooks;
