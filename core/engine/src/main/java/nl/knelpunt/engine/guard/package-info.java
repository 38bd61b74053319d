/** The Wgs guard: the rules of the law as a list, and the decision on an act. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.guard;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
