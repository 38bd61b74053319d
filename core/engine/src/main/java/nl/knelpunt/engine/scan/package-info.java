/** Area scans and thematic scans (Wgs 2.18(1)(c)): indicators of areas and branches, never of persons. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.scan;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
