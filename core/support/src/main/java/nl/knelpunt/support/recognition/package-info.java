/** Lists of a participant's own subjects. */
@Export
@Version("1.0.0")
package nl.knelpunt.support.recognition;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
