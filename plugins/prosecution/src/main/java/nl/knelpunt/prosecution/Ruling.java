package nl.knelpunt.prosecution;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.support.draft.Described;
import nl.knelpunt.support.text.Texts;

/** What a published ruling says of itself, on its way into a draft. */
final class Ruling {

    private static final Pattern ECLI = Pattern.compile("ECLI:NL:[A-Z]{2,7}:\\d{4}:[A-Z0-9.]{1,25}");
    private static final int MOST_LAWS = 30;

    private String ecli;
    private String court;
    private LocalDate date;
    private String seat;
    private String kind;
    private String field;
    private String caseNumber;
    private final Set<String> procedures = new LinkedHashSet<>();
    private final Set<String> laws = new LinkedHashSet<>();

    boolean isIdentified() {
        return ecli != null;
    }

    void ecli(String text) {
        if (text != null && ECLI.matcher(text).matches()) {
            ecli = text;
        }
    }

    void court(String text) {
        court = text;
    }

    void date(LocalDate day) {
        date = day;
    }

    void seat(String text) {
        seat = Texts.fitLine(text);
    }

    void kind(String text) {
        kind = text;
    }

    void field(String text) {
        field = text;
    }

    void caseNumber(String text) {
        caseNumber = text;
    }

    void procedure(String text) {
        if (text != null && procedures.size() < MOST_LAWS) {
            procedures.add(Texts.fitLine(text));
        }
    }

    void law(String text) {
        if (text != null && laws.size() < MOST_LAWS) {
            laws.add(Texts.fitLine(text));
        }
    }

    SignalDraft draft() {
        return new SignalDraft(
                ecli,
                new Observation(
                        Texts.fit(what()),
                        date,
                        null,
                        seat == null && court == null
                                ? null
                                : new Place(Texts.fitLine(court), null, seat, null, null, null),
                        null),
                List.of(new Described(SubjectKind.OBJECT)
                        .with(DataCategory.IDENTIFICATION, "ecli", ecli)
                        .subject()
                        .orElseThrow()));
    }

    private String what() {
        return Texts.joined(
                "\n",
                "Gepubliceerde " + (kind == null ? "uitspraak" : kind.toLowerCase(Locale.ROOT)) + " " + ecli
                        + (court == null ? "" : " van " + court) + (date == null ? "" : ", " + Texts.day(date)) + ".",
                field == null ? null : "Rechtsgebied: " + field + ".",
                procedures.isEmpty() ? null : "Procedure: " + String.join("; ", procedures) + ".",
                caseNumber == null ? null : "Zaaknummer: " + caseNumber + ".",
                laws.isEmpty() ? null : "Wetsverwijzingen: " + String.join("; ", laws) + ".",
                "De tekst en de samenvatting zijn niet overgenomen. Schrijf zelf op wat het openbaar ministerie heeft waargenomen.");
    }
}
