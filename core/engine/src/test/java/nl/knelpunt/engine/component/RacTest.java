package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.RacRequestState;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.oversight.RacAdvice.Matter;
import nl.knelpunt.engine.oversight.RacRequest;
import nl.knelpunt.engine.oversight.RacRequests;
import nl.knelpunt.engine.result.Provisions;
import nl.knelpunt.engine.result.Recipient;
import org.junit.jupiter.api.Test;

/** Questions to the legality advisory committee, its answers, and what was done with them (Wgs 1.8(6), Bgs 1.13). */
class RacTest {

    private final House house = new House();
    private final RacUseCases rac = new RacUseCases(house.gate);
    private final Account coordinating = house.appoint("frank", House.POLICE, null, Role.COORDINATING_FG);
    private final Account privacyOfficer = house.appoint("pia", House.POLICE, null, Role.PRIVACY_OFFICER);

    private static RacRequest.Content question(Matter matter) {
        return new RacRequest.Content(
                matter, "drie herkenningen", "Mag een signaal pas na drie herkenningen?", List.of("DPIA 3"));
    }

    private UUID drafted() {
        return rac.draft(by(privacyOfficer), question(Matter.ONE_CHANGE)).id();
    }

    private UUID sent() {
        UUID request = drafted();
        rac.send(by(house.director), request);
        return request;
    }

    private static RacRequests.NewAnswer answer(RacAdvice.Outcome outcome, String conditions) {
        return new RacRequests.NewAnswer("RAC-12", World.TODAY, outcome, "past bij het doel", conditions);
    }

    private RacRequests.ShownRacRequest seen(UUID request) {
        return rac.see(by(house.director), request);
    }

    @Test
    void theCommitteeSeesAQuestionOnceItWasPut() {
        UUID request = drafted();
        for (Account account : List.of(house.racMember, coordinating)) {
            assertEquals(List.of("G41"), refused(() -> rac.see(by(account), request)));
            assertEquals(List.of(), rac.list(by(account), null, null, 10).items());
        }
        assertEquals(
                refused(() -> rac.see(by(house.racMember), request)),
                refused(() -> rac.see(by(house.racMember), UUID.randomUUID())));
        rac.amend(
                by(house.director),
                request,
                c -> new RacRequest.Content(c.matter(), "vier herkenningen", c.question(), c.papers()));
        rac.send(by(house.director), request);
        for (Account account : List.of(house.racMember, coordinating)) {
            assertEquals(
                    "vier herkenningen",
                    rac.see(by(account), request).request().content().title());
            assertEquals(
                    1,
                    rac.list(by(account), RacRequestState.SENT, null, 10)
                            .items()
                            .size());
        }
        assertEquals(List.of("G41"), refused(() -> rac.see(by(house.officer), request)));
        assertEquals(List.of(Finding.STATE), refused(() -> rac.amend(by(house.director), request, c -> c)));
    }

    @Test
    void anAnswerIsBoundToWhatWasAsked() {
        UUID request = sent();
        assertEquals(
                "conditions",
                assertThrows(
                                InvalidException.class,
                                () -> rac.advise(
                                        by(house.racMember), request, answer(RacAdvice.Outcome.WITH_CONDITIONS, null)))
                        .field());
        assertEquals(
                List.of("G41"),
                refused(() -> rac.advise(by(house.director), request, answer(RacAdvice.Outcome.POSITIVE, null))));
        rac.advise(by(house.racMember), request, answer(RacAdvice.Outcome.WITH_CONDITIONS, "na een jaar bezien"));
        RacAdvice advice = seen(request).advice();
        assertEquals(request, advice.request());
        assertEquals(Matter.ONE_CHANGE, advice.matter());
        assertEquals("drie herkenningen", advice.about());
        assertTrue(advice.countsForAChange());
        rac.followUp(by(house.director), request, true, "wij bezien het na een jaar", List.of());
        assertEquals(RacRequestState.FOLLOWED, seen(request).request().state());
    }

    @Test
    void whoDeviatesSaysWhyAndReportsIt() {
        UUID request = sent();
        rac.advise(by(house.racMember), request, answer(RacAdvice.Outcome.NEGATIVE, null));
        for (InvalidException refused : List.of(
                assertThrows(
                        InvalidException.class,
                        () -> rac.followUp(by(house.director), request, false, " ", List.of("RAC", "COORDINATING_FG"))),
                assertThrows(
                        InvalidException.class,
                        () -> rac.followUp(by(house.director), request, false, "spoed", List.of("RAC"))))) {
            assertTrue(List.of("reasons", "reportedTo").contains(refused.field()));
        }
        rac.followUp(by(house.director), request, false, "spoed", List.of("RAC", "COORDINATING_FG"));
        assertEquals(RacRequestState.DEVIATED, seen(request).request().state());
    }

    @Test
    void anAdviceOnOneProvisionIsUsedToTestIt() {
        UUID knelpunt = house.designated();
        Recipient authority = new Recipient.ThirdParty("Inspectie", false, Recipient.Interest.PUBLIC_TASK);
        UUID provision = house.prepared(knelpunt, authority);
        UUID other = house.prepared(knelpunt, authority);
        UUID request = rac.draft(
                        by(house.director), question(new Matter(Matter.Of.PROVISION, provision, null, null, false)))
                .id();
        rac.send(by(house.director), request);
        rac.advise(by(house.racMember), request, answer(RacAdvice.Outcome.POSITIVE, null));
        UUID advice = seen(request).advice().id();
        Provisions.NewTest test = new Provisions.NewTest(advice, null, null, null, null);
        house.provisions.test(by(house.racMember), provision, test);
        assertThrows(InvalidException.class, () -> house.provisions.test(by(house.racMember), other, test));
    }

    @Test
    void aQuestionIsWithdrawn() {
        UUID request = sent();
        assertNull(seen(request).advice());
        rac.withdraw(by(house.director), request);
        assertEquals(
                List.of(Finding.STATE),
                refused(() -> rac.advise(by(house.racMember), request, answer(RacAdvice.Outcome.POSITIVE, null))));
    }

    @Test
    void aQuestionSaysWhatItIsAbout() {
        for (RacRequest.Content wrong : List.of(
                new RacRequest.Content(Matter.ONE_CHANGE, " ", "mag dit?", List.of()),
                new RacRequest.Content(Matter.ONE_CHANGE, "t", null, List.of()),
                new RacRequest.Content(Matter.ONE_CHANGE, "t", "x".repeat(10_001), List.of()),
                new RacRequest.Content(Matter.ONE_CHANGE, "t", "mag dit?", List.of(" ")),
                new RacRequest.Content(
                        new Matter(Matter.Of.PROVISION, null, null, null, false), "t", "mag dit?", List.of()))) {
            assertThrows(InvalidException.class, () -> rac.draft(by(house.director), wrong));
        }
    }
}
