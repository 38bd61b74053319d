/** Reading a participant's own messages: one method, a message in, signal drafts out. */
@Export
@Version("1.0.0")
package nl.knelpunt.api.adapter;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
