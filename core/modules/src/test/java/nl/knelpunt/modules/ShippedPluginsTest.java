package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.knelpunt.api.rule.SectorRule;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.plugin.PluginDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The descriptors of the plugins of this repository, and the page that prints their rules. */
class ShippedPluginsTest {

    @TempDir
    Path folder;

    @Test
    void theirDescriptorsFitTheSchemas() throws Exception {
        for (Path resources : ShippedPlugins.resources()) {
            for (Map.Entry<String, String> descriptor : ShippedPlugins.DESCRIPTORS.entrySet()) {
                Path file = resources.resolve(descriptor.getValue());
                assertTrue(
                        !Files.exists(file) || Schemas.accepts(descriptor.getKey(), Files.readString(file)),
                        file::toString);
            }
            for (Path mapping : ShippedPlugins.mappings(resources)) {
                assertTrue(Schemas.accepts("mapping", Files.readString(mapping)), mapping::toString);
            }
            for (Path form : ShippedPlugins.forms(resources)) {
                assertTrue(Schemas.accepts("form", Files.readString(form)), form::toString);
            }
            for (Path panel : ShippedPlugins.panels(resources)) {
                assertTrue(Schemas.accepts("panel", Files.readString(panel)), panel::toString);
            }
        }
    }

    @Test
    void noJuristHasCheckedTheirRulesYet() throws Exception {
        for (PluginDescriptor plugin : ShippedPlugins.read(folder)) {
            assertFalse(plugin.rules().isEmpty(), plugin::kind);
            assertTrue(plugin.rules().stream().noneMatch(SectorRule::checkedByJurist), plugin::kind);
        }
    }

    @Test
    void theyOfferInterventionsOfEveryCategoryAndNoJuristHasCheckedThemYet() throws Exception {
        for (PluginDescriptor plugin : ShippedPlugins.read(folder)) {
            assertTrue(plugin.interventionTypes().size() >= 6, plugin::kind);
            assertEquals(
                    EnumSet.allOf(InterventionType.Category.class),
                    plugin.interventionTypes().stream()
                            .map(InterventionType::category)
                            .collect(Collectors.toSet()),
                    plugin::kind);
            assertTrue(
                    plugin.interventionTypes().stream()
                            .noneMatch(type -> type.basis().checkedByJurist()),
                    plugin::kind);
        }
    }

    @Test
    void thePageOfSectorRulesIsWhatTheDescriptorsSay() throws Exception {
        Path printed = Files.writeString(Path.of("target/sector-rules.md"), printed(ShippedPlugins.read(folder)));
        assertEquals(
                Files.readString(printed),
                Files.readString(Schemas.ROOT.resolve("docs/sector-rules.md")),
                "docs/sector-rules.md is printed from the descriptors: put core/modules/" + printed + " in its place");
    }

    private static String printed(List<PluginDescriptor> plugins) {
        StringBuilder page = new StringBuilder("""
                # Sectorregels / sector rules

                What the modules of this repository add to the law's own rules, for data that their participants bring in. These rules can
                only refuse. This page is printed from their `rules.json`; how to write one stands in [rules.json](integrators/rules.md).
                """);
        for (PluginDescriptor plugin : plugins) {
            page.append("\n## ")
                    .append(plugin.name().nl())
                    .append(" / ")
                    .append(plugin.name().en());
            page.append("\n");
            plugin.rules().forEach(rule -> print(plugin.kind(), rule, page));
        }
        return page.toString();
    }

    private static void print(String kind, SectorRule rule, StringBuilder page) {
        page.append("\n### `%s:%s` %s / %s\n\n"
                .formatted(kind, rule.id(), rule.title().nl(), rule.title().en()));
        page.append("%s. Vanaf / from %s. Nagekeken door een jurist: %s / checked by a jurist: %s.\n\n"
                .formatted(
                        rule.article(),
                        rule.validFrom(),
                        rule.checkedByJurist() ? "ja" : "nee",
                        rule.checkedByJurist() ? "yes" : "no"));
        page.append("* %s „%s” %s\n"
                .formatted(rule.words().nl(), rule.message().nl(), rule.remedy().nl()));
        page.append("* %s \"%s\" %s\n"
                .formatted(rule.words().en(), rule.message().en(), rule.remedy().en()));
    }
}
