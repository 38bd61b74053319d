/** What free text may hold that the guard must know of, and the port by which it is looked for. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
