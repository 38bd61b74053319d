/** Documents that are issued: decisions, the action plan, evaluations, each with its number and never changed. */
@Export
@Version("1.0.0")
package nl.knelpunt.engine.document;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
