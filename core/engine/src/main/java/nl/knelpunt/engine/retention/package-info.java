/** What is destroyed, when, by whose decision, and the proof of it. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.retention;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
