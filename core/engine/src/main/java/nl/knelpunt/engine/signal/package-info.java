/** Signals, from draft to assessment (Wgs 2.23(1)-(3), Bgs 2.16). */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.signal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
