/** Who is asking, and in which region: local accounts, sessions, {@code conf/region.json}. */
package nl.knelpunt.identity;
