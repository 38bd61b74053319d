package nl.knelpunt.fiod;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.support.identifier.Identifiers;
import nl.knelpunt.support.text.Texts;

/** What a report says, on its way into a draft. */
final class Report {

    /** More parties than this are counted: then the worker names those that the signal is about. */
    private static final int FEW = 25;

    private static final int MOST_CODES = 20;
    private static final Map<String, String> KINDS = Map.of(
            "STR", "verdachte transactie",
            "SAR", "verdachte activiteit",
            "UTR", "ongebruikelijke transactie",
            "CTR", "contante transactie",
            "EFT", "elektronische overboeking",
            "IFT", "internationale overboeking",
            "DPMSR", "handel in edelmetaal of edelstenen",
            "AIF", "aanvullende informatie",
            "AIFT", "aanvullende informatie bij een transactie");

    private String reporter;
    private String reference;
    private String kind;
    private LocalDate reported;
    private String location;
    private LocalDateTime first;
    private LocalDateTime last;
    private long transactions;
    private boolean activity;
    private long parties;
    private long items;
    private final Map<String, Integer> modes = new TreeMap<>();
    private final Set<String> indicators = new TreeSet<>();
    private final Set<Subject> subjects = new LinkedHashSet<>();
    private final Set<String> plates = new LinkedHashSet<>();

    void reporter(String id) {
        reporter = id;
    }

    void reference(String text) {
        reference = text;
    }

    boolean isIdentified() {
        return reference != null;
    }

    void kind(String code) {
        kind = code;
    }

    void reported(LocalDateTime moment) {
        reported = moment == null ? null : moment.toLocalDate();
    }

    void location(String line) {
        location = line;
    }

    void indicator(String code) {
        if (isCode(code) && indicators.size() < MOST_CODES) {
            indicators.add(code);
        }
    }

    void transaction() {
        transactions++;
    }

    void activity() {
        activity = true;
    }

    boolean isSignal() {
        return transactions > 0 || activity;
    }

    void happened(LocalDateTime moment) {
        if (moment != null) {
            first = first == null || moment.isBefore(first) ? moment : first;
            last = last == null || moment.isAfter(last) ? moment : last;
        }
    }

    void mode(String code) {
        if (isCode(code) && (modes.containsKey(code) || modes.size() < MOST_CODES)) {
            modes.merge(code, 1, Integer::sum);
        }
    }

    void party(Subject party) {
        parties++;
        if (party != null && subjects.size() <= FEW) {
            subjects.add(party);
        }
    }

    void item(String kind, String plate) {
        items++;
        if (plates.size() < FEW) {
            Identifiers.licencePlate(plate).ifPresent(plates::add);
        }
    }

    SignalDraft draft() {
        List<Subject> about = new ArrayList<>();
        if (subjects.size() <= FEW) {
            about.addAll(subjects);
        }
        plates.forEach(plate -> about.add(
                new Subject(SubjectKind.OBJECT, List.of(new Value(DataCategory.VEHICLE, "kenteken", plate)))));
        return new SignalDraft(
                "goaml:" + reporter + "/" + reference,
                new Observation(
                        Texts.fit(what()),
                        first == null ? null : first.toLocalDate(),
                        first == null ? null : first.toLocalTime(),
                        location == null ? null : new Place(Texts.fitLine(location), null, null, null, null, null),
                        null),
                about);
    }

    private String what() {
        StringBuilder what = new StringBuilder("Melding (goAML): ");
        what.append(KINDS.getOrDefault(kind == null ? "" : kind, "transactie of activiteit"));
        if (reported != null) {
            what.append(", gemeld op ").append(Texts.day(reported));
        }
        what.append(".");
        if (transactions > 0) {
            what.append("\nAantal transacties: ").append(transactions);
            if (first != null) {
                what.append(", van ")
                        .append(Texts.day(first.toLocalDate()))
                        .append(" tot en met ")
                        .append(Texts.day(last.toLocalDate()));
            }
            what.append(modes.isEmpty() ? "." : ". Wijze (codes van goAML): " + modes.keySet() + ".");
        }
        if (!indicators.isEmpty()) {
            what.append("\nIndicatoren (codes van goAML): ")
                    .append(String.join(", ", indicators))
                    .append(".");
        }
        if (items > 0) {
            what.append("\nAantal goederen: ").append(items).append(".");
        }
        what.append("\nAantal partijen: ").append(parties).append(".");
        if (subjects.size() > FEW) {
            what.append(" Dat zijn er te veel om over te nemen. Noem zelf de partijen waar het signaal over gaat.");
        }
        return what.append("\nBedragen, rekeningen en toelichtingen zijn niet overgenomen.")
                .toString();
    }

    private static boolean isCode(String text) {
        return text != null && text.matches("[A-Z0-9_-]{1,20}");
    }
}
