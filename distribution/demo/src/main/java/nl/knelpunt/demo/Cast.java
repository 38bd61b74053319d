package nl.knelpunt.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.Accounts;
import nl.knelpunt.engine.port.Accounts.NewAccount;

/** Who plays: the accounts of every participant of the region and of the bureau. */
final class Cast {

    static final String POLICE = "politie-noord-holland";
    static final String WIERINGERSLUIS = "wieringersluis";
    static final String HAARVEEN = "haarveen";
    static final String ZAANMEER = "zaanmeer";
    static final String KROMHOORN = "kromhoorn";
    static final String DUINRADE = "duinrade";

    static final String ADMIN = "bureau.admin";
    static final String CASE_DIRECTOR = "bureau.casusregisseur";
    static final String ANALYST = "bureau.analist";
    static final String CONTACT_POINT = "bureau.contactpunt";

    /** The bureau is organisationally part of one of the participants. */
    private static final String HOME_OF_THE_BUREAU = ZAANMEER;

    private static final List<String> NEEDED = List.of(POLICE, WIERINGERSLUIS, HAARVEEN, ZAANMEER, KROMHOORN, DUINRADE);

    private static final Map<String, Role> BUREAU = Map.of(
            CASE_DIRECTOR,
            Role.CASE_DIRECTOR,
            ANALYST,
            Role.ANALYST,
            "bureau.privacy-officer",
            Role.PRIVACY_OFFICER,
            "bureau.fg",
            Role.COORDINATING_FG,
            "bureau.rac",
            Role.RAC_MEMBER,
            CONTACT_POINT,
            Role.CONTACT_POINT,
            ADMIN,
            Role.ADMIN,
            "bureau.support",
            Role.SUPPORT);

    private final Region region;
    private final Map<String, UUID> accounts = new HashMap<>();

    Cast(Region region) {
        this.region = region;
    }

    /** A participant that the story needs and the region lacks. */
    Optional<String> missing() {
        return NEEDED.stream().filter(p -> region.participant(p).isEmpty()).findFirst();
    }

    /** Who signs in under a name. */
    UUID account(String name) {
        return Optional.ofNullable(accounts.get(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    void appoint(Accounts identity, String password) {
        Properties people = people();
        List<NewAccount> all = appointments().entrySet().stream()
                .map(a -> new NewAccount(
                        a.getKey(),
                        people.getProperty(a.getKey(), a.getKey()),
                        a.getValue().participant,
                        a.getValue().organ,
                        Set.of(a.getValue().role),
                        true,
                        LocalDate.now().plusYears(4),
                        password.toCharArray()))
                .toList();
        // Hashing a password takes long on purpose, and here all have the same.
        List<Done> added = identity.addAlike(Seeder.call(new Caller.Maintenance()), all);
        for (int i = 0; i < all.size(); i++) {
            UUID id = added.get(i).id();
            accounts.put(all.get(i).name(), id);
            identity.acknowledgeSecrecy(Seeder.call(new Caller.Person(id)));
        }
    }

    private record Appointment(String participant, Organ organ, Role role) {}

    private Map<String, Appointment> appointments() {
        Map<String, Appointment> all = new LinkedHashMap<>();
        BUREAU.forEach((name, role) -> all.put(name, new Appointment(HOME_OF_THE_BUREAU, null, role)));
        region.designated().stream()
                .sorted(Comparator.comparing(Participant::id))
                .forEach(p -> {
                    for (Organ organ : p.organs()) {
                        String who =
                                p.organs().size() == 1 ? "worker" : organ.name().toLowerCase(Locale.ROOT);
                        all.put(p.id() + "." + who, new Appointment(p.id(), organ, Role.WORKER));
                    }
                    Organ first =
                            p.organs().stream().min(Comparator.naturalOrder()).orElseThrow();
                    all.put(p.id() + ".stuurgroep", new Appointment(p.id(), first, Role.STEERING_MEMBER));
                    all.put(p.id() + ".connection", new Appointment(p.id(), null, Role.CONNECTION));
                });
        return all;
    }

    private static Properties people() {
        Properties people = new Properties();
        try (InputStream file = Cast.class.getResourceAsStream("people.properties");
                InputStreamReader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            people.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return people;
    }
}
