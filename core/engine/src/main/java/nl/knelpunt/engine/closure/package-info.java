/** What is left behind when a knelpunt is closed: where its results went, and what was learnt of it. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.closure;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
