/** The participants of the law (Wgs 2.19, Bgs 2.14) and the region in which they work together. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.participant;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
