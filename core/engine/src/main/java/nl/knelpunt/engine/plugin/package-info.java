/** The participants' plugins, and the router that leases them. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
