/** The life of a signal and of a knelpunt, as one table. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.lifecycle;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
