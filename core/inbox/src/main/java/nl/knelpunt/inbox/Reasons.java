package nl.knelpunt.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.RefusedException;

/**
 * Why a file is refused, for the people who sent it, in Dutch and in English. Quotes nothing of the file.
 *
 * @param reasons each a block of lines
 */
record Reasons(List<Text> reasons) {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    static Reasons of(RefusedException refusal) {
        return new Reasons(refusal.findings().stream().map(Reasons::block).toList());
    }

    static Reasons of(MessageException unreadable) {
        return new Reasons(List.of(block(unreadable.where(), unreadable.reason())));
    }

    static Reasons of(InvalidException invalid) {
        return new Reasons(List.of(block(invalid.field(), invalid.reason())));
    }

    @Override
    public String toString() {
        return in(
                        DUTCH,
                        "Dit bestand is geweigerd. Er is niets van bewaard. Los op wat hieronder staat en lever opnieuw aan.")
                + "\n"
                + in(
                        Locale.ENGLISH,
                        "This file was refused. Nothing of it was kept. Solve what stands below and deliver it again.");
    }

    private String in(Locale locale, String heading) {
        return reasons.stream()
                .map(reason -> reason.in(locale))
                .collect(Collectors.joining("\n", heading + "\n\n", ""));
    }

    private static Text block(Finding finding) {
        return new Text(
                lines(finding, t -> t.nl(), "Regel", "Veld", "Reden", "Wat u kunt doen"),
                lines(finding, t -> t.en(), "Rule", "Field", "Reason", "What you can do"));
    }

    private static String lines(
            Finding finding, Function<Text, String> in, String rule, String field, String reason, String remedy) {
        List<String> lines = new ArrayList<>();
        lines.add(rule + ": " + finding.rule() + " (" + finding.article() + ")");
        if (finding.field() != null) {
            lines.add(field + ": " + finding.field());
        }
        lines.add(reason + ": " + in.apply(finding.message()));
        lines.add(remedy + ": " + in.apply(finding.remedy()));
        return String.join("\n", lines) + "\n";
    }

    private static Text block(String where, Text reason) {
        return new Text(
                "Plaats: " + where + "\nReden: " + reason.nl() + "\n",
                "Place: " + where + "\nReason: " + reason.en() + "\n");
    }
}
