/** The one way in: guard, transaction and log record for every act. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.gate;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
