/** Comparing a signal with a participant's own subjects, so that neither side shows its data first. */
@Export
@Version("1.0.0")
package nl.knelpunt.api.recognition;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
