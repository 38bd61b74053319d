package nl.knelpunt.engine.plugin;

import java.util.List;
import java.util.Set;
import nl.knelpunt.api.Text;
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
        List<InterventionType> interventionTypes) {}
