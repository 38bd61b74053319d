/** The annual report: figures without personal data, kept when what they count is long destroyed (Wgs 1.12). */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.report;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
