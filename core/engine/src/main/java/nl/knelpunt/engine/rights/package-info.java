/** The rights of data subjects, at the contact point (Bgs 1.1-1.4). */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.rights;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
