/** The knelpunt: proposal, designation, data in phases, plan, evaluation (Wgs 2.23(4)-(7)). */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.dossier;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
