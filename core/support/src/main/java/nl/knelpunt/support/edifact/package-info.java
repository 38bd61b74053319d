/** Reading UN/EDIFACT as an allow-list, segment by segment. */
@Export
@Version("1.0.0")
package nl.knelpunt.support.edifact;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
