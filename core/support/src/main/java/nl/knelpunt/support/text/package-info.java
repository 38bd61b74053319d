/** Making a message's free text fit for a draft. */
@Export
@Version("1.1.0")
package nl.knelpunt.support.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
