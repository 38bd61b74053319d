/** What an analyst makes of a knelpunt: the written analysis, selections and what is seen over them, barrier models (Wgs 2.18). */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.analysis;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
