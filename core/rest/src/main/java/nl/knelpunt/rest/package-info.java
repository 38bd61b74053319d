/**
 * The HTTP API, v1. {@link nl.knelpunt.rest.RouteTable} lists every operation; dispatch and the OpenAPI document both follow it.
 */
package nl.knelpunt.rest;
