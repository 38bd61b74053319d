package nl.knelpunt.engine.component;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import nl.knelpunt.engine.document.Composition;
import nl.knelpunt.engine.document.Composition.Block;
import nl.knelpunt.engine.document.Composition.Points;
import nl.knelpunt.engine.document.Composition.Table;
import nl.knelpunt.engine.document.Composition.Words;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.DocumentPress;

/** Prints words only. What something else does meanwhile, a test says. */
final class PlainPress implements DocumentPress {

    Runnable meanwhile = () -> {};

    @Override
    public String prefix(Region region) {
        return "NH";
    }

    @Override
    public byte[] pdf(Composition composition, Region region) {
        meanwhile.run();
        return ("PDF " + words(composition)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] html(Composition composition, Region region) {
        return words(composition).getBytes(StandardCharsets.UTF_8);
    }

    private static String words(Composition composition) {
        return (composition.isDraft() ? "CONCEPT" : composition.number()) + "\n" + composition.kind() + "\n"
                + composition.title() + "\n"
                + composition.facts().stream()
                        .map(f -> f.name() + ": " + f.value())
                        .collect(Collectors.joining("\n"))
                + "\n"
                + composition.sections().stream()
                        .map(s -> s.heading() + "\n"
                                + s.blocks().stream().map(PlainPress::words).collect(Collectors.joining("\n")))
                        .collect(Collectors.joining("\n"));
    }

    private static String words(Block block) {
        if (block instanceof Words words) {
            return words.text();
        }
        if (block instanceof Points points) {
            return String.join("\n", points.items());
        }
        Table table = (Table) block;
        return table.rows().stream().map(r -> String.join(" | ", r)).collect(Collectors.joining("\n"));
    }
}
