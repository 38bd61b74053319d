/** Reading JSON as an allow-list, hardened against hostile messages. */
@Export
@Version("1.0.0")
package nl.knelpunt.support.json;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
