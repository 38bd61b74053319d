/** What oversight needs: the processing log, terms that end, destruction. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.oversight;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
