/** Checks of the identifiers that Dutch government messages carry. */
@Export
@Version("1.0.0")
package nl.knelpunt.support.identifier;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
