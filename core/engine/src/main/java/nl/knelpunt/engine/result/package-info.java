/** Results that leave the joint processing, and the feedback on them (Wgs 1.7, 2.20). */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.result;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
