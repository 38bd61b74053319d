/** What the engine needs from outside: a store, a clock's setting, the region, the plugins. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.port;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
