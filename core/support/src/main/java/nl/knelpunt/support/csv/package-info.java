/** Reading tables as an allow-list, by a mapping that an administrator can replace, hardened against hostile messages. */
@Export
@Version("1.0.0")
package nl.knelpunt.support.csv;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
