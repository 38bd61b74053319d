/**
 * A sector's own rules, stricter than the law's minimum for all: data that the engine compiles. A rule can only refuse. Nothing of
 * a plugin runs when the platform decides, so a rule can't hang, throw or look around, and can be printed and compared.
 */
@Export
@Version("1.0.0")
package nl.knelpunt.api.rule;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
