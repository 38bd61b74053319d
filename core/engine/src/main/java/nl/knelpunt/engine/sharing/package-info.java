/** What participants ask of each other about data: requests, corrections, and who received what. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.sharing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
