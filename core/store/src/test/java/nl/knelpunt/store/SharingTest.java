package nl.knelpunt.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.DatumFilter;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.lifecycle.DataRequestState;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import nl.knelpunt.engine.sharing.CorrectionProposal;
import nl.knelpunt.engine.sharing.DataRequest;
import nl.knelpunt.engine.sharing.Receiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What participants ask of each other about data comes back as it was, and goes with its datum. */
class SharingTest {

    private static final Instant MOMENT = Samples.MOMENT;
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @TempDir
    Path data;

    private Installation installation;

    @BeforeEach
    void start() throws Exception {
        installation = new Installation(data);
    }

    @AfterEach
    void stop() throws Exception {
        installation.close();
    }

    private static DataRequest request(UUID knelpunt) {
        return new DataRequest(
                Samples.id(),
                knelpunt,
                1,
                "politie",
                Samples.id(),
                MOMENT,
                new DataRequest.Wanted("gemeente", DataCategory.PERMITS, Samples.id(), 1, "nodig", DAY),
                List.of(),
                List.of(),
                null,
                null);
    }

    private static Datum datum(UUID dossier, String supplier, DataCategory category, int phase, Marks marks) {
        return new Datum(
                Samples.id(),
                dossier,
                null,
                category,
                "veld",
                "waarde",
                Source.of(supplier),
                phase,
                Set.of(),
                MOMENT,
                DAY.plusDays(phase),
                marks);
    }

    private static Marks wrong() {
        return Marks.NONE.with(new Marks.ErrorReport(null, Samples.id(), "fout", MOMENT));
    }

    @Test
    void aRequestGoesThroughItsLife() {
        UUID knelpunt = Samples.id();
        DataRequest request = request(knelpunt);
        DataRequest other = request(Samples.id());
        installation.run(tx -> List.of(request, other).forEach(tx.dataRequests()::insert));
        DataRequest asked = request.with(new DataRequest.Entry(true, "welk jaar?", Samples.id(), MOMENT));
        installation.run(tx -> tx.dataRequests().update(asked));
        installation.restart();
        assertEquals(
                Optional.of(asked.at(2)),
                installation.get(tx -> tx.dataRequests().find(request.id())));
        assertThrows(
                StaleException.class,
                () -> installation.run(tx -> tx.dataRequests().update(asked)));
        assertEquals(
                List.of(asked.at(2)), installation.get(tx -> tx.dataRequests().ofKnelpunt(knelpunt, null, 10)));
        assertEquals(List.of(), installation.get(tx -> tx.dataRequests().ofKnelpunt(knelpunt, request.id(), 10)));
        assertEquals(
                List.of(other),
                installation.get(tx -> tx.dataRequests().askedOf("gemeente", DataRequestState.OPEN, 10)));
        assertEquals(
                List.of(asked.at(2)),
                installation.get(tx -> tx.dataRequests().askedBy("politie", DataRequestState.ASKED_BACK, 10)));
        assertEquals(List.of(), installation.get(tx -> tx.dataRequests().due(DAY, 10)));
        assertEquals(
                2,
                installation
                        .get(tx -> tx.dataRequests().due(DAY.plusDays(1), 10))
                        .size());
        DataRequest refused = asked.at(2).with(new DataRequest.Refusal(DataRequest.Ground.SAFETY, MOMENT));
        installation.run(tx -> tx.dataRequests().update(refused));
        assertEquals(
                1,
                installation
                        .get(tx -> tx.dataRequests().due(DAY.plusDays(1), 10))
                        .size());
        assertEquals(
                Optional.of(refused.at(3)),
                installation.get(tx -> tx.dataRequests().find(request.id())));
    }

    @Test
    void whoReceivedADatumIsNotedOnceAndGoesWithIt() {
        Datum one = datum(Samples.id(), "politie", DataCategory.VEHICLE, 1, Marks.NONE);
        Datum two = datum(one.dossier(), "politie", DataCategory.VEHICLE, 1, Marks.NONE);
        installation.run(tx -> List.of(one, two).forEach(tx.data()::insert));
        installation.run(tx -> tx.receivers().note("gemeente", one.dossier(), List.of(one.id()), MOMENT));
        List<UUID> both = List.of(two.id(), one.id());
        installation.run(tx -> tx.receivers().note("gemeente", one.dossier(), both, MOMENT.plusSeconds(9)));
        installation.run(tx -> tx.receivers().note(Receiver.BUREAU, one.dossier(), both, MOMENT));
        installation.run(tx -> tx.receivers().note("niemand", one.dossier(), List.of(), MOMENT));
        assertEquals(
                List.of(new Receiver(Receiver.BUREAU, MOMENT), new Receiver("gemeente", MOMENT)),
                installation.get(tx -> tx.receivers().of(one.id())));
        assertEquals(
                MOMENT.plusSeconds(9),
                installation.get(tx -> tx.receivers().of(two.id())).get(1).first());
        installation.run(tx -> tx.data().destroy(one.id()));
        assertEquals(List.of(), installation.get(tx -> tx.receivers().of(one.id())));
        assertEquals(2, installation.get(tx -> tx.receivers().of(two.id())).size());
    }

    @Test
    void aProposalIsListedForBothSidesAndGoesWithItsDatum() {
        Datum datum = datum(Samples.id(), "politie", DataCategory.VEHICLE, 1, Marks.NONE);
        CorrectionProposal proposal = new CorrectionProposal(
                Samples.id(),
                datum.dossier(),
                datum.id(),
                1,
                "gemeente",
                Samples.id(),
                "politie",
                MOMENT,
                false,
                "beter",
                "verwisseld",
                null,
                null);
        installation.run(tx -> tx.data().insert(datum));
        installation.run(tx -> tx.corrections().insert(proposal));
        installation.restart();
        for (String who : new String[] {"gemeente", "politie", null}) {
            assertEquals(
                    List.of(proposal), installation.get(tx -> tx.corrections().list(who, true, null, 10)));
        }
        assertEquals(List.of(), installation.get(tx -> tx.corrections().list("haven", false, null, 10)));
        assertEquals(List.of(proposal), installation.get(tx -> tx.corrections().toDecide("politie", 10)));
        assertEquals(
                "beter",
                installation
                        .get(tx -> tx.corrections().find(proposal.id()))
                        .orElseThrow()
                        .content());
        CorrectionProposal withdrawn = proposal.withdrawnAt(MOMENT);
        installation.run(tx -> tx.corrections().update(withdrawn));
        assertThrows(
                StaleException.class,
                () -> installation.run(tx -> tx.corrections().update(withdrawn)));
        assertEquals(List.of(), installation.get(tx -> tx.corrections().list(null, true, null, 10)));
        assertEquals(
                List.of(withdrawn.at(2)),
                installation.get(tx -> tx.corrections().list(null, false, null, 10)));
        installation.run(tx -> tx.data().destroy(datum.id()));
        assertEquals(Optional.empty(), installation.get(tx -> tx.corrections().find(proposal.id())));
    }

    @Test
    void aNoticeWaitsUntilItIsNoted() {
        CorrectionNotice notice = new CorrectionNotice(
                Samples.id(),
                "gemeente",
                CorrectionNotice.Kind.DESTROYED,
                List.of(new CorrectionNotice.Place(Samples.id(), Samples.id())),
                null,
                MOMENT,
                null);
        installation.run(tx -> tx.notices().insert(notice));
        assertEquals(List.of(notice), installation.get(tx -> tx.notices().of("gemeente", true, null, 10)));
        assertEquals(List.of(), installation.get(tx -> tx.notices().of("politie", false, null, 10)));
        installation.run(tx -> tx.notices().forgetBefore(true, notice.at().plusSeconds(1)));
        installation.run(tx -> tx.notices().forgetBefore(false, notice.at()));
        assertEquals(Optional.of(notice), installation.get(tx -> tx.notices().find(notice.id())), "not noted, not old");
        CorrectionNotice noted = notice.with(new CorrectionNotice.Acknowledgement(Samples.id(), MOMENT));
        installation.run(tx -> tx.notices().update(noted));
        assertEquals(List.of(), installation.get(tx -> tx.notices().of("gemeente", true, null, 10)));
        assertEquals(List.of(noted), installation.get(tx -> tx.notices().of("gemeente", false, null, 10)));
        assertEquals(Optional.of(noted), installation.get(tx -> tx.notices().find(notice.id())));
        installation.run(tx -> tx.notices().forgetBefore(true, notice.at().plusSeconds(1)));
        assertEquals(Optional.empty(), installation.get(tx -> tx.notices().find(notice.id())));
    }

    @Test
    void dataAreFilteredAsTheEngineSaysIt() {
        UUID dossier = Samples.id();
        List<Datum> all = new ArrayList<>();
        for (DataCategory category : List.of(DataCategory.VEHICLE, DataCategory.PERMITS)) {
            for (String supplier : List.of("politie", "gemeente")) {
                all.add(datum(dossier, supplier, category, all.size() % 3, all.size() == 2 ? wrong() : Marks.NONE));
            }
        }
        installation.run(tx -> all.forEach(tx.data()::insert));
        for (DatumFilter filter : List.of(
                DatumFilter.NONE,
                new DatumFilter("politie", null, null, null, null, null),
                new DatumFilter(null, DataCategory.PERMITS, null, null, null, null),
                new DatumFilter(null, null, 1, null, null, null),
                new DatumFilter(null, null, null, Samples.id(), null, null),
                new DatumFilter(null, null, null, null, true, null),
                new DatumFilter(null, null, null, null, false, DAY),
                new DatumFilter("gemeente", DataCategory.VEHICLE, 1, null, false, DAY.plusDays(1)))) {
            List<Datum> expected = all.stream().filter(filter::takes).toList();
            assertEquals(expected, installation.get(tx -> tx.data().ofDossier(dossier, filter, null, 10)));
        }
        assertEquals(
                all.subList(1, 3),
                installation.get(tx -> tx.data()
                        .ofDossier(dossier, DatumFilter.NONE, all.get(0).id(), 2)));
    }

    @Test
    void aSupplierFindsItsOwnInKnelpuntenOnly() {
        Knelpunt knelpunt = Samples.emptyKnelpunt();
        Datum right = datum(knelpunt.id(), "politie", DataCategory.VEHICLE, 1, Marks.NONE);
        Datum wrong = datum(knelpunt.id(), "politie", DataCategory.VEHICLE, 2, wrong());
        Datum others = datum(knelpunt.id(), "gemeente", DataCategory.VEHICLE, 1, wrong());
        Datum inASignal = datum(Samples.id(), "politie", DataCategory.VEHICLE, 0, wrong());
        installation.run(tx -> {
            tx.knelpunten().insert(knelpunt);
            List.of(right, wrong, others, inASignal).forEach(tx.data()::insert);
        });
        assertEquals(List.of(right, wrong), installation.get(tx -> tx.data().ofSupplier("politie", false, null, 10)));
        assertEquals(List.of(wrong), installation.get(tx -> tx.data().ofSupplier("politie", true, right.id(), 10)));
        installation.run(tx -> tx.data().endPhase(knelpunt.id(), 2, DAY));
        Datum ended = installation.get(tx -> tx.data().find(wrong.id())).orElseThrow();
        assertEquals(DAY, ended.destroyBy());
        assertEquals(2, ended.version());
        assertEquals(Optional.of(right), installation.get(tx -> tx.data().find(right.id())));
        assertTrue(installation.get(tx -> tx.data().subject(Samples.id())).isEmpty());
    }

    @Test
    void whatWasReportedAsWrongBeforeIsFoundAfterwards() throws Exception {
        UUID wrong = Samples.id();
        Knelpunt knelpunt = Samples.emptyKnelpunt();
        installation.store.stop();
        String row =
                "insert into datum (id, dossier, phase, lawfully_held, police, origins, supplier, marks) values ('";
        installation.madeBefore(
                "V13__phases.sql",
                row + wrong + "', '" + knelpunt.id()
                        + "', 1, false, false, '', 'politie', '{\"veto\":null,\"error\":{\"reason\":\"x\"}}')",
                row + Samples.id() + "', '" + knelpunt.id()
                        + "', 1, false, false, '', 'politie', '{\"veto\":null,\"error\":null}')");
        installation.start();
        installation.run(tx -> tx.knelpunten().insert(knelpunt));
        assertEquals(
                List.of(wrong),
                installation.get(tx -> tx.data().ofSupplier("politie", true, null, 10)).stream()
                        .map(Datum::id)
                        .toList());
    }
}
