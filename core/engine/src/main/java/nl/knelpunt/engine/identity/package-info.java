/** Who acts: accounts, roles, and the caller that stands for them. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.identity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
