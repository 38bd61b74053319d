/** Carrying the configuration of one version of a plugin over to another. */
@Export
@Version("1.0.0")
package nl.knelpunt.api.configuration;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
