/** Areas on the map, by the JTS Topology Suite. */
package nl.knelpunt.geo;
