/** Where an adapter works: foreign code goes in here and nowhere else. Knows the plugin API and the JDK, nothing of the platform. */
@Export
@Version("1.0.0")
package nl.knelpunt.booth;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
