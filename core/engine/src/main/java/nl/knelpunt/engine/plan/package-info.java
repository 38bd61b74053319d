/** The plan of a knelpunt as it is carried out: interventions, capacity, and task sheets for who takes part without data. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.plan;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
