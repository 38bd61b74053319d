/** Putting together what a draft holds. */
@Export
@Version("1.0.0")
package nl.knelpunt.support.draft;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
