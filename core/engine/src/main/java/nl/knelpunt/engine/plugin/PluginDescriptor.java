package nl.knelpunt.engine.plugin;

import java.util.List;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.rule.SectorRule;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.participant.Organ;

/**
 * What a plugin says of itself. It may only narrow what the law allows.
 *
 * @param id bundle symbolic name
 * @param version of the bundle
 * @param digest SHA-256 of the jar, hex
 * @param kind of participant that it serves
 * @param name of that kind
 * @param organs that it serves
 * @param tasks of those organs
 * @param categories that its participants supply
 * @param interventionTypes that its participants carry out
 * @param rules of its sector, on its participants' data; they can only refuse
 * @param forms for signals by hand
 * @param panels on data of its participants
 * @param help page for its participants' workers, in Markdown; null without one
 */
public record PluginDescriptor(
        String id,
        String version,
        String digest,
        String kind,
        Text name,
        Set<Organ> organs,
        Set<String> tasks,
        Set<DataCategory> categories,
        List<InterventionType> interventionTypes,
        List<SectorRule> rules,
        List<SignalForm> forms,
        List<DatumPanel> panels,
        Text help) {

    public PluginDescriptor {
        rules = List.copyOf(rules);
        forms = List.copyOf(forms);
        panels = List.copyOf(panels);
        if (rules.size() > SectorRule.MOST
                || rules.size() != rules.stream().map(SectorRule::id).distinct().count()) {
            throw new IllegalArgumentException("At most " + SectorRule.MOST + " rules, each with an id of its own");
        }
    }

    /** Without forms, panels and help. */
    public PluginDescriptor(
            String id,
            String version,
            String digest,
            String kind,
            Text name,
            Set<Organ> organs,
            Set<String> tasks,
            Set<DataCategory> categories,
            List<InterventionType> interventionTypes,
            List<SectorRule> rules) {
        this(
                id,
                version,
                digest,
                kind,
                name,
                organs,
                tasks,
                categories,
                interventionTypes,
                rules,
                List.of(),
                List.of(),
                null);
    }
}
