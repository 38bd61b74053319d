/** What others may hear of what happens: references, never content (CloudEvents, NL GOV profile). */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
