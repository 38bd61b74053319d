package nl.knelpunt.customs;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.support.draft.Described;
import nl.knelpunt.support.identifier.Identifiers;
import nl.knelpunt.support.text.CodeWords;
import nl.knelpunt.support.text.Texts;

/** What a declaration message says, on its way into a draft. */
final class Declaration {

    static final CodeWords WORDS = new CodeWords(Declaration.class.getResourceAsStream("codes.properties"));

    /** More goods than this are counted, not named. */
    private static final int MOST_GOODS = 15;

    /** More containers, ships or traders than this are no longer a few that a signal is about. */
    private static final int MOST_SUBJECTS = 50;

    private static final int LONGEST_ID = 70;
    private static final int LONGEST_DESCRIPTION = 160;

    private String mrn;
    private String reference;
    private String type;
    private LocalDateTime accepted;
    private String office;
    private String location;
    private String departure;
    private String destination;
    private int items;
    private final List<String> goods = new ArrayList<>();
    private final Set<String> containers = new LinkedHashSet<>();
    private final Map<String, String> transport = new LinkedHashMap<>();
    private final Map<String, Subject> parties = new LinkedHashMap<>();

    void mrn(String text) {
        mrn = id(text);
    }

    void reference(String text) {
        reference = id(text);
    }

    void type(String code) {
        type = code;
    }

    void accepted(LocalDateTime moment) {
        accepted = moment;
    }

    void office(String code) {
        office = id(code);
    }

    void location(String code) {
        location = id(code);
    }

    void departure(String country) {
        departure = country(country);
    }

    void destination(String country) {
        destination = country(country);
    }

    void goods(String description, String code) {
        items++;
        if (goods.size() < MOST_GOODS && (description != null || !code.isEmpty())) {
            String words = description == null ? "goederen" : shortened(description);
            goods.add(code.isEmpty() ? words : words + " (goederencode " + code + ")");
        }
    }

    void container(String text) {
        if (text != null && containers.size() < MOST_SUBJECTS) {
            containers.add(Identifiers.container(text).orElse(id(text)));
        }
    }

    void transport(String id, String kind) {
        if (id != null && transport.size() < MOST_SUBJECTS) {
            transport.putIfAbsent(shortened(id), kind);
        }
    }

    void party(String role, String id, String name, String address) {
        String eori = Identifiers.eori(id).orElse(null);
        Described party = new Described(SubjectKind.LEGAL_PERSON)
                .with(DataCategory.COMPANY, eori == null ? "kenmerk" : "eori", eori == null ? id : eori)
                .with(DataCategory.COMPANY, "naam", name)
                .with(DataCategory.COMPANY, "adres", address);
        if (!party.isEmpty() && parties.size() < MOST_SUBJECTS) {
            String who = role + "|" + (id == null ? name + address : id);
            party.with(DataCategory.BUSINESS_RELATIONS, "rol", WORDS.of("party", role));
            parties.putIfAbsent(who, party.subject().orElseThrow());
        }
    }

    /** What tells this declaration from others; null when the message does not say. */
    String number() {
        return mrn == null ? reference : mrn;
    }

    SignalDraft controlled(String notice, LocalDateTime issued) {
        String what = Texts.joined(
                "\n",
                "De Douane gaat de goederen van een aangifte controleren en geeft ze daarom nog niet vrij.",
                facts());
        return draft(
                "dms-05:" + (notice == null ? number() : id(notice)), what, issued == null ? accepted : issued, true);
    }

    SignalDraft declared() {
        return draft("dms:" + number(), Texts.joined("\n", WORDS.of("type", kind()) + ".", facts()), accepted, false);
    }

    private String kind() {
        return type == null ? null : type.substring(0, Math.min(2, type.length()));
    }

    private String facts() {
        return Texts.joined(
                "\n",
                mrn == null ? null : "Aangifte (MRN): " + mrn + ".",
                reference == null ? null : "Kenmerk van de aangever: " + reference + ".",
                departure == null && destination == null
                        ? null
                        : "Route van de goederen: " + (departure == null ? "onbekend" : departure) + " naar "
                                + (destination == null ? "onbekend" : destination) + ".",
                goods.isEmpty() ? null : "Aangegeven goederen: " + String.join("; ", goods) + more() + ".");
    }

    private String more() {
        return items > goods.size() ? "; en nog " + (items - goods.size()) : "";
    }

    private SignalDraft draft(String id, String what, LocalDateTime moment, boolean controlled) {
        List<Subject> subjects = new ArrayList<>();
        if (controlled && mrn != null) {
            subjects.add(object(DataCategory.SUPERVISION, "mrn", mrn));
        }
        containers.forEach(c -> subjects.add(object(
                DataCategory.IDENTIFICATION,
                Identifiers.container(c).isPresent() ? "containernummer" : "kenmerk-laadeenheid",
                c)));
        transport.forEach((means, kind) -> subjects.add(means(means, kind)));
        subjects.addAll(parties.values());
        Place place = location == null && office == null
                ? null
                : new Place(
                        Texts.joined(
                                ", ",
                                location == null ? null : "goederenlocatie " + location,
                                office == null ? null : "douanekantoor " + office),
                        null,
                        WORDS.find(
                                "port",
                                location == null ? null : location.substring(0, Math.min(5, location.length()))),
                        null,
                        null,
                        null);
        return new SignalDraft(
                id,
                new Observation(
                        Texts.fit(what),
                        moment == null ? null : moment.toLocalDate(),
                        moment == null ? null : moment.toLocalTime(),
                        place,
                        controlled ? "Douane" : null),
                subjects);
    }

    /** Codes of identification of transport: 10 an IMO number, 11 a ship's name, 30 a licence plate, 40 a flight. */
    private static Subject means(String id, String kind) {
        String code = kind == null ? "" : kind;
        String imo = Identifiers.ship(id).orElse(null);
        if (code.equals("10") && imo != null) {
            return object(DataCategory.VEHICLE, "imo-nummer", imo);
        }
        return object(DataCategory.VEHICLE, WORDS.of("transport", code), id);
    }

    private static Subject object(DataCategory category, String field, String content) {
        return new Subject(SubjectKind.OBJECT, List.of(new Value(category, field, content)));
    }

    private static String id(String text) {
        return text == null || text.length() <= LONGEST_ID ? text : text.substring(0, LONGEST_ID);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_DESCRIPTION ? text : text.substring(0, LONGEST_DESCRIPTION) + "…";
    }

    private static String country(String code) {
        return code != null && code.matches("[A-Z]{2}") ? code : null;
    }
}
