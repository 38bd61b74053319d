package nl.knelpunt.customs;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.support.draft.Described;
import nl.knelpunt.support.identifier.Identifiers;
import nl.knelpunt.support.text.Texts;

/** What a stow plan says, on its way into a draft. */
final class StowPlan {

    /** Of more containers than this the plan is about a ship, not about containers: they are counted. */
    private static final int FEW = 25;

    /** Ports are counted by their code; more than these are counted together. */
    private static final int MOST_PORTS = 200;

    private static final int LONGEST_ID = 35;

    private static final class Container {

        private String position;
        private String number;
        private String loaded;
        private String discharged;
        private Boolean full;
        private final List<String> dangers = new ArrayList<>();
    }

    private final String id;
    private LocalDate date;
    private LocalTime time;
    private String voyage;
    private String departure;
    private String next;
    private final Described ship = new Described(SubjectKind.OBJECT);
    private final List<Container> containers = new ArrayList<>();
    private final Map<String, Integer> loadedAt = new TreeMap<>();
    private Container current;
    private long count;
    private long dangerous;

    StowPlan(String sender, String interchange, String message) {
        this.id = "baplie:" + fit(sender) + "/" + fit(interchange) + "/" + fit(message);
    }

    void made(LocalDate day, LocalTime at) {
        date = day;
        time = at;
    }

    void voyage(String number, String ship, String kind, String name) {
        voyage = fit(number);
        boolean callSign = "103".equals(kind);
        String imo = callSign ? null : Identifiers.ship(ship).orElse(null);
        this.ship
                .with(
                        DataCategory.VEHICLE,
                        callSign ? "roepletters" : imo == null ? "kenmerk-schip" : "imo-nummer",
                        imo == null ? ship : imo)
                .with(DataCategory.VEHICLE, "naam-schip", name);
    }

    /** 5 departure of the ship, 61 its next port, 147 a cell of the ship, 9 and 11 where its container came and goes. */
    void location(String kind, String code) {
        switch (kind == null ? "" : kind) {
            case "5" -> departure = fit(code);
            case "61" -> next = fit(code);
            case "147" -> {
                current = new Container();
                current.position = fit(code);
            }
            case "9" -> loaded(fit(code));
            case "11" -> {
                if (current != null) {
                    current.discharged = fit(code);
                }
            }
            default -> {
                // other places of a container say nothing of the ship
            }
        }
    }

    private void loaded(String code) {
        if (current != null && code != null) {
            current.loaded = code;
            if (loadedAt.containsKey(code) || loadedAt.size() < MOST_PORTS) {
                loadedAt.merge(code, 1, Integer::sum);
            }
        }
    }

    /** CN: a container. The sixth element says whether it is full (5) or empty (4). */
    void equipment(String kind, String number, String fullness) {
        if (!"CN".equals(kind) || current == null) {
            return;
        }
        current.number = number == null ? null : Identifiers.container(number).orElse(fit(number));
        current.full = fullness == null
                ? null
                : fullness.equals("5") ? Boolean.TRUE : fullness.equals("4") ? Boolean.FALSE : null;
        if (count++ < FEW) {
            containers.add(current);
        }
    }

    void dangerous(String hazardClass, String unNumber) {
        if (current == null) {
            return;
        }
        if (current.dangers.isEmpty()) {
            dangerous++;
        }
        if (current.dangers.size() < 5) {
            current.dangers.add("gevaarlijke stof"
                    + (unNumber != null && unNumber.matches("\\d{4}") ? " UN " + unNumber : "")
                    + (hazardClass != null && hazardClass.matches("\\d(\\.\\d[A-Z]?)?")
                            ? " (klasse " + hazardClass + ")"
                            : ""));
        }
    }

    SignalDraft draft() {
        List<Subject> subjects = new ArrayList<>();
        ship.subject().ifPresent(subjects::add);
        if (count <= FEW) {
            containers.stream().filter(c -> c.number != null).forEach(c -> subjects.add(object(c.number)));
        }
        return new SignalDraft(id, new Observation(Texts.fit(what()), date, time, place(), null), subjects);
    }

    private Place place() {
        return next == null
                ? null
                : new Place("haven " + next, null, Declaration.WORDS.find("port", next), null, null, null);
    }

    private String what() {
        String ports = loadedAt.entrySet().stream()
                .map(e -> e.getKey() + " (" + e.getValue() + ")")
                .collect(Collectors.joining(", "));
        return Texts.joined(
                "\n",
                "Stuwplan van een schip" + (voyage == null ? "" : ", reis " + voyage) + ": van "
                        + (departure == null ? "onbekend" : departure) + " naar " + (next == null ? "onbekend" : next)
                        + ".",
                "Aantal containers: " + count + ", waarvan met gevaarlijke lading: " + dangerous + ".",
                ports.isEmpty() ? null : "Geladen in: " + ports + ".",
                count > FEW
                        ? "Het plan heeft meer dan " + FEW
                                + " containers. Noem zelf de containers waar het signaal over gaat."
                        : containers.stream().map(StowPlan::line).collect(Collectors.joining("\n")));
    }

    private static String line(Container container) {
        return "Container " + (container.number == null ? "zonder nummer" : container.number)
                + Texts.joined(
                        "",
                        " op plaats " + container.position,
                        container.loaded == null ? null : ", geladen in " + container.loaded,
                        container.discharged == null ? null : ", te lossen in " + container.discharged,
                        container.full == null ? null : container.full ? ", vol" : ", leeg",
                        container.dangers.isEmpty() ? null : ", " + String.join(" en ", container.dangers))
                + ".";
    }

    private static Subject object(String number) {
        boolean valid = Identifiers.container(number).isPresent();
        return new Subject(
                SubjectKind.OBJECT,
                List.of(new Value(
                        DataCategory.IDENTIFICATION,
                        valid ? "containernummer" : "containernummer-zonder-controle",
                        number)));
    }

    private static String fit(String text) {
        return text == null || text.length() <= LONGEST_ID ? text : text.substring(0, LONGEST_ID);
    }
}
