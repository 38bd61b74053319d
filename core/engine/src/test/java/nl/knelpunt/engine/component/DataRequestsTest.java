package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.DataRequestState;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.sharing.DataRequest;
import nl.knelpunt.engine.sharing.DataRequest.Ground;
import nl.knelpunt.engine.sharing.DataRequests.Filter;
import nl.knelpunt.engine.sharing.Receiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A participant is asked for data: it supplies, does not supply, or asks back (Wgs 1.5(1), 2.23(6)). */
class DataRequestsTest {

    private static final Filter ALL = new Filter(false, false);

    private final House house = new House();
    private final UUID knelpunt = house.designated();
    private final UUID suspect = house.subject(knelpunt);

    private static List<String> refused(Executable act) {
        return assertThrows(RefusedException.class, act).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    private static String field(Executable act) {
        return assertThrows(InvalidException.class, act).field();
    }

    private DataRequest seen(Account account, UUID request) {
        return house.dataRequests.see(by(account), request);
    }

    private List<UUID> listed(Account account, Filter filter) {
        return house.dataRequests.list(by(account), knelpunt, filter, null, 100).items().stream()
                .map(DataRequest::id)
                .toList();
    }

    private List<Act> tasks(Account account) {
        return house.sharingTasks(account);
    }

    @Test
    void theHolderSuppliesAndWhatItSuppliedStandsInTheRequest() {
        UUID request = house.requested(knelpunt);
        LogRecord asked = house.store.log().get(house.store.log().size() - 1);
        assertEquals("REQUEST_DATA", asked.act());
        assertEquals(house.store.subjectsOf(knelpunt).get(0).pseudonym(), asked.subject(), "about whom was asked");
        DataRequest open = seen(house.mayorsWorker, request);
        assertEquals(House.POLICE.id(), open.asker());
        assertEquals(DataRequestState.OPEN, open.state());
        assertEquals(List.of(Act.SUPPLY_REQUESTED), tasks(house.mayorsWorker));
        assertEquals(List.of(), tasks(house.officer));

        UUID permit = house.permit(knelpunt);
        assertEquals(
                "SUPPLIED",
                house.dataRequests
                        .supply(by(house.mayorsWorker), request, List.of(permit))
                        .state());
        assertEquals(List.of(permit), seen(house.officer, request).data());
        UUID more = house.permit(knelpunt);
        house.dataRequests.supply(by(house.mayorsWorker), request, List.of(permit, more));
        assertEquals(List.of(permit, more), seen(house.officer, request).data());
        assertEquals(List.of(), tasks(house.mayorsWorker));
    }

    @Test
    void onlyItsOwnDataThatAreWhatWasAskedAnswerIt() {
        UUID request = house.requested(knelpunt);
        UUID plate = house.store.dataOf(knelpunt).get(0).id();
        UUID elsewhere = house.permit(house.designated());
        UUID phone = house.knelpunten
                .share(
                        by(house.mayorsWorker),
                        knelpunt,
                        Copy.with(
                                Copy.with(
                                        House.datum(suspect, null, DataCategory.CONTACT, "0600000000", 1),
                                        "task",
                                        "opiumwet-13b"),
                                "police",
                                null))
                .id();
        for (UUID datum : List.of(plate, elsewhere, UUID.randomUUID(), phone)) {
            assertEquals(
                    "data[0]", field(() -> house.dataRequests.supply(by(house.mayorsWorker), request, List.of(datum))));
        }
        assertEquals("data", field(() -> house.dataRequests.supply(by(house.mayorsWorker), request, List.of())));
    }

    @Test
    void whyItDoesNotSupplyIsKnownToTheHolderAlone() {
        UUID held = house.requested(knelpunt);
        UUID none = house.requested(knelpunt);
        house.dataRequests.refuse(by(house.mayorsWorker), held, Ground.INVESTIGATION);
        house.dataRequests.refuse(by(house.mayorsWorker), none, Ground.NOTHING_HELD);
        assertEquals(
                Ground.INVESTIGATION, seen(house.mayorsWorker, held).refusal().ground());
        for (Account account : List.of(house.officer, house.director)) {
            for (UUID request : List.of(held, none)) {
                DataRequest shown = seen(account, request);
                assertEquals(DataRequestState.NOT_SUPPLIED, shown.state());
                assertNull(shown.refusal().ground(), "the one can't be told from the other");
            }
            assertNull(house.dataRequests
                    .list(by(account), knelpunt, ALL, null, 10)
                    .items()
                    .get(0)
                    .refusal()
                    .ground());
        }
        assertEquals(
                List.of("STATE"),
                refused(() -> house.dataRequests.supply(by(house.mayorsWorker), held, List.of(house.permit(knelpunt)))),
                "it is final");
        assertEquals(
                List.of("STATE"),
                refused(() -> house.dataRequests.refuse(by(house.mayorsWorker), held, Ground.NOTHING_HELD)));
        assertEquals("ground", field(() -> house.dataRequests.refuse(by(house.mayorsWorker), none, null)));
    }

    @Test
    void aQuestionGoesBackAndForthUntilEnoughWasAsked() {
        UUID request = house.requested(knelpunt);
        house.dataRequests.askBack(by(house.mayorsWorker), request, "van welk jaar?");
        assertEquals(List.of(Act.ANSWER_BACK), tasks(house.officer));
        assertEquals(List.of(), tasks(house.mayorsWorker));
        assertEquals(
                List.of("STATE"), refused(() -> house.dataRequests.askBack(by(house.mayorsWorker), request, "nu?")));
        house.dataRequests.answerBack(by(house.officer), request, "van dit jaar");
        assertEquals(
                List.of("van welk jaar?", "van dit jaar"),
                seen(house.director, request).thread().stream()
                        .map(DataRequest.Entry::text)
                        .toList());
        for (int i = 2; i < DataRequest.MOST_ENTRIES; i += 2) {
            house.dataRequests.askBack(by(house.mayorsWorker), request, "en?");
            house.dataRequests.answerBack(by(house.officer), request, "dit");
        }
        assertEquals("question", field(() -> house.dataRequests.askBack(by(house.mayorsWorker), request, "nog een?")));
        assertEquals(
                "question",
                field(() -> house.dataRequests.askBack(by(house.mayorsWorker), request, "x".repeat(2_001))));
        assertEquals(
                List.of("G41"), refused(() -> house.dataRequests.answerBack(by(house.mayorsWorker), request, "ik")));
        assertEquals(List.of("G41"), refused(() -> house.dataRequests.askBack(by(house.officer), request, "ik")));
    }

    @Test
    void nobodyElseLearnsOfIt() {
        House wide = house;
        UUID request = wide.requested(knelpunt);
        Account neighbour = wide.neighboursWorker;
        List<String> unknown = refused(() -> wide.dataRequests.see(by(neighbour), UUID.randomUUID()));
        assertEquals(List.of("G41"), unknown);
        assertEquals(unknown, refused(() -> wide.dataRequests.see(by(neighbour), request)));
        assertEquals(unknown, refused(() -> wide.dataRequests.see(by(wide.analyst), request)), "of another asker");
        assertEquals(unknown, refused(() -> wide.dataRequests.refuse(by(neighbour), request, Ground.NOTHING_HELD)));
        assertEquals(unknown, refused(() -> wide.dataRequests.withdraw(by(wide.mayorsWorker), request)));
        assertEquals(unknown, refused(() -> wide.dataRequests.refuse(by(wide.officer), request, Ground.TASK)));
        assertEquals(List.of("G24"), refused(() -> listed(neighbour, ALL)));
        assertEquals(List.of(), listed(wide.analyst, ALL));
        assertEquals(List.of(request), listed(wide.director, ALL));
        assertEquals(List.of(), listed(wide.director, new Filter(true, false)), "it is no request of the bureau");
        assertEquals(List.of(request), listed(wide.mayorsWorker, new Filter(true, true)));
    }

    @Test
    void theBureauAsksForNobodyInParticular() {
        UUID request = house.dataRequests
                .make(by(house.analyst), knelpunt, house.wanted(suspect, DataCategory.PERMITS, 1))
                .id();
        assertEquals(Receiver.BUREAU, seen(house.mayorsWorker, request).asker());
        house.dataRequests.askBack(by(house.mayorsWorker), request, "van welk jaar?");
        assertEquals(List.of(Act.ANSWER_BACK), tasks(house.analyst));
        house.dataRequests.answerBack(by(house.director), request, "van dit jaar");
        house.dataRequests.withdraw(by(house.analyst), request);
        assertEquals(DataRequestState.WITHDRAWN, seen(house.director, request).state());
        assertEquals(List.of(), listed(house.director, new Filter(true, true)));
        assertEquals(List.of("G41"), refused(() -> seen(house.officer, request)));
    }

    @Test
    void whatMayNotBeSuppliedIsNotAskedFor() {
        DataRequest.Wanted wanted = house.wanted(suspect, DataCategory.PERMITS, 1);
        assertEquals(List.of("G11"), refused(() -> make(Copy.with(wanted, "category", DataCategory.RESIDENCE_STATUS))));
        assertEquals(List.of("G12"), refused(() -> make(house.wanted(suspect, DataCategory.FISCAL, 2))));
        assertEquals(List.of("G11"), refused(() -> make(Copy.with(wanted, "category", DataCategory.POLICE_8_13))));
        assertEquals(List.of("G08"), refused(() -> make(Copy.with(wanted, "category", DataCategory.NATIONALITY))));
        assertEquals(List.of("G09"), refused(() -> make(Copy.with(wanted, "category", DataCategory.SPECIAL))));
        assertEquals(List.of("G14"), refused(() -> make(Copy.with(wanted, "subject", UUID.randomUUID()))));
        house.knelpunten.openPhase(by(house.mayor), knelpunt, 2, "nodig", Set.of(House.POLICE.id()));
        assertEquals(
                List.of("G12"),
                refused(() -> make(house.wanted(suspect, DataCategory.FISCAL, 2))),
                "the phase is not open for who is to supply");
        assertEquals(
                "holder",
                field(() ->
                        make(Copy.with(house.wanted(suspect, DataCategory.VEHICLE, 1), "holder", House.POLICE.id()))));
        assertEquals(
                "until",
                field(() -> make(Copy.with(wanted, "until", house.today().minusDays(1)))));
        assertEquals(
                "until",
                field(() -> make(Copy.with(wanted, "until", house.today().plusYears(1)))));
        assertEquals("necessity", field(() -> make(Copy.with(wanted, "necessity", " "))));
        assertEquals("phase", field(() -> make(Copy.with(wanted, "phase", 4))));
        assertEquals(List.of(), listed(house.director, ALL));
    }

    private void make(DataRequest.Wanted wanted) {
        house.dataRequests.make(by(house.officer), knelpunt, wanted);
    }

    @Test
    void aParticipantThatIsNotInvolvedIsNotAsked() {
        DataRequest.Wanted wanted =
                Copy.with(house.wanted(suspect, DataCategory.PERMITS, 1), "holder", House.NEIGHBOUR.id());
        assertEquals("holder", field(() -> make(wanted)));
        assertEquals("holder", field(() -> make(Copy.with(wanted, "holder", "elsewhere"))), "nor is nobody");
    }

    @Test
    void afterItsLastDayItExpires() {
        UUID request = house.requested(knelpunt);
        house.itBecomes(seen(house.officer, request).wanted().until());
        house.terms.end();
        assertEquals(DataRequestState.OPEN, seen(house.officer, request).state(), "the last day itself is in time");
        house.itBecomes(seen(house.officer, request).wanted().until().plusDays(1));
        house.terms.end();
        assertEquals(DataRequestState.EXPIRED, seen(house.officer, request).state());
        assertEquals(List.of(), tasks(house.mayorsWorker));
        int records = house.store.log().size();
        house.terms.end();
        assertEquals(records, house.store.log().size(), "nothing is left to do");
    }

    @Test
    void afterTheTermNothingIsSuppliedAndNoTaskIsLeft() {
        UUID request = house.dataRequests
                .make(
                        by(house.officer),
                        knelpunt,
                        Copy.with(
                                house.wanted(suspect, DataCategory.PERMITS, 1),
                                "until",
                                house.today().plusYears(1).minusDays(1)))
                .id();
        house.itBecomes(house.today().plusYears(1));
        assertEquals(List.of(), tasks(house.mayorsWorker));
        assertEquals(
                List.of("G21"),
                refused(() -> house.dataRequests.supply(by(house.mayorsWorker), request, List.of(UUID.randomUUID()))));
        house.dataRequests.withdraw(by(house.officer), request);
    }

    @Test
    void twoPeopleWhoAnswerAtOnceDoNotOverwriteEachOther() {
        UUID request = house.requested(knelpunt);
        Account colleague = house.appoint("bo", House.MUNICIPALITY, Organ.BURGEMEESTER, Role.WORKER);
        house.dataRequests.askBack(by(colleague), request, "van welk jaar?");
        assertThrows(
                StaleException.class,
                () -> house.dataRequests.refuse(House.seen(house.mayorsWorker, 1), request, Ground.NOTHING_HELD));
        assertFalse(seen(house.officer, request).state() == DataRequestState.NOT_SUPPLIED);
    }
}
