package nl.knelpunt.benchmarks.screens;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.PhaseDecision;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Scope;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.store.StoreComponent;
import org.osgi.framework.BundleContext;

/**
 * One knelpunt of the size that a view takes at most: 10,000 data, all dated, 5,000 of them with a place, about subjects that share
 * telephone numbers, so that its network has 2,000 nodes and more.
 */
final class Crowd {

    static final int NODES = 2_000;
    static final int PLACES = 5_000;
    static final int FACTS = 10_000;

    private static final int SHARED = 300;
    private static final int SUBJECTS = NODES - SHARED;
    private static final int AT_ONCE = 2_000;
    private static final double WEST = 4.70;
    private static final double SOUTH = 52.60;
    private static final double WIDE = 0.45;
    private static final double HIGH = 0.35;

    private record Supply(String supplier, Organ organ, String task) {}

    private static final List<Supply> SUPPLIES = List.of(
            new Supply("wieringersluis", Organ.COLLEGE, "verordening"),
            new Supply("haarveen", Organ.COLLEGE, "verordening"),
            new Supply("zaanmeer", Organ.COLLEGE, "verordening"),
            new Supply("duinrade", Organ.COLLEGE, "verordening"));

    private final Random random = new Random(7);
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final List<UUID> subjects = new ArrayList<>();
    private UUID knelpunt;
    private int made;

    private Crowd() {}

    /** @return id of the knelpunt, in a data folder that no server uses */
    static UUID into(Path data) {
        StoreComponent store = new StoreComponent((BundleContext) Proxy.newProxyInstance(
                Crowd.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, values) -> method.getName().equals("getProperty") && values[0].equals("knelpunt.data")
                        ? data.toString()
                        : null));
        Crowd crowd = new Crowd();
        store.transact(t -> {
            crowd.begin(t);
            return null;
        });
        while (crowd.made < FACTS) {
            store.transact(t -> {
                for (int i = 0; i < AT_ONCE && crowd.made < FACTS; i++) {
                    crowd.datum(t, crowd.made++);
                }
                return null;
            });
        }
        store.stop();
        return crowd.knelpunt;
    }

    private void begin(Transaction t) {
        Instant created = Instant.now().minus(Duration.ofDays(40));
        Knelpunt made = Knelpunt.proposed(
                        Ids.next(),
                        created,
                        new Proposal(
                                Activity.KNELPUNT,
                                null,
                                "Vijfduizend plekken",
                                ObjectType.AREA,
                                "verhuur van loodsen zonder naam",
                                new Scope("de kades", "de woonwijken", square(), null),
                                Set.of(Manifestation.DRUGS),
                                new Grounds(
                                        "samen nodig", "niet meer dan nodig", "alleen lukte niet", "tekort", "groot"),
                                List.of(),
                                SUPPLIES.stream()
                                        .map(s -> new Proposal.Involved(s.supplier(), Set.of(), "eigen taak"))
                                        .toList(),
                                List.of(),
                                List.of(),
                                null))
                .in(KnelpuntState.DESIGNATED)
                .with(Term.yearFrom(today.minusDays(30)))
                .with(new PhaseDecision(1, "aangewezen", "wieringersluis", Ids.next(), created));
        t.knelpunten().insert(made);
        knelpunt = made.id();
        for (int i = 0; i < SUBJECTS; i++) {
            boolean inCircle = i % 3 == 2;
            Subject subject = new Subject(
                    Ids.next(),
                    knelpunt,
                    SubjectKind.values()[i % SubjectKind.values().length],
                    inCircle ? subjects.get(i - 2) : null,
                    inCircle ? "Werkt daar" : null,
                    Ids.next());
            t.data().insert(subject);
            subjects.add(subject.id());
        }
    }

    private static Area square() {
        return new Area(List.of(List.of(List.of(
                new Area.Position(WEST, SOUTH),
                new Area.Position(WEST + WIDE, SOUTH),
                new Area.Position(WEST + WIDE, SOUTH + HIGH),
                new Area.Position(WEST, SOUTH + HIGH),
                new Area.Position(WEST, SOUTH)))));
    }

    /** First a name of each, then numbers that some share, then places; each with a day in it. */
    private void datum(Transaction t, int number) {
        String day = today.minusDays(random.nextInt(700)).toString();
        UUID subject = subjects.get(number % SUBJECTS);
        if (number < SUBJECTS) {
            store(t, number, subject, DataCategory.COMPANY, "handelsnaam", "Vervoer " + number + " sinds " + day);
        } else if (number < FACTS - PLACES) {
            boolean shared = number % 3 == 0;
            int telephone = shared ? number % SHARED : SHARED + number;
            store(
                    t,
                    number,
                    subjects.get(random.nextInt(SUBJECTS)),
                    DataCategory.CONTACT,
                    shared ? "telefoon" : "gebeld",
                    shared
                            ? "06 1%07d sinds %s".formatted(telephone, today.minusDays(telephone))
                            : "Op " + day + " naar nummer " + telephone);
        } else {
            store(
                    t,
                    number,
                    subject,
                    DataCategory.SUPERVISION,
                    "locatie",
                    String.format(
                            Locale.ROOT,
                            "geo:%.5f,%.5f;dag=%s",
                            SOUTH + random.nextDouble() * HIGH,
                            WEST + random.nextDouble() * WIDE,
                            day));
        }
    }

    private void store(Transaction t, int number, UUID subject, DataCategory category, String field, String content) {
        Supply supply = SUPPLIES.get(number % SUPPLIES.size());
        t.data()
                .insert(new Datum(
                        Ids.next(),
                        knelpunt,
                        subject,
                        category,
                        field,
                        content,
                        new Source(
                                supply.supplier(),
                                supply.organ(),
                                supply.task(),
                                "Wgs 2.23",
                                true,
                                null,
                                null,
                                null,
                                null),
                        1,
                        Set.of(),
                        Instant.now().minus(Duration.ofDays(10)),
                        today.plusYears(4),
                        Marks.NONE));
    }
}
