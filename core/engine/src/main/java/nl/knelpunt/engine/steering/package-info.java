/** The steering group: who represents which participant, its meetings, and under which mandate is decided. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.steering;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
