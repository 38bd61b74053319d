/** Small values that every part of the plugin API uses. */
@Export
@Version("1.0.0")
package nl.knelpunt.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
