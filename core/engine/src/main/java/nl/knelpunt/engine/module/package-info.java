/** The plugins of participants as an administrator handles them: what is staged, planned, swapped and kept. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.module;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
