/** The closed lists of the law that a plugin may name (Wgs 2.22, Bgs 2.15). */
@Export
@Version("1.1.0")
package nl.knelpunt.api.vocabulary;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
