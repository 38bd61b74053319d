/** Where something is, in the coordinates of a draft. */
@Export
@Version("1.0.0")
package nl.knelpunt.support.place;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
