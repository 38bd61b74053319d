/** What waits for somebody. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.task;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
