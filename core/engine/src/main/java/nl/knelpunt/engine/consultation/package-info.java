/** Case consultations (Wgs 2.18(1)(b)): meetings about one case, and what was agreed there. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.consultation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
