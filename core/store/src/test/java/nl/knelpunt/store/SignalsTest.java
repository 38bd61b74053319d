package nl.knelpunt.store;

import static nl.knelpunt.store.Samples.GEMEENTE;
import static nl.knelpunt.store.Samples.MOMENT;
import static nl.knelpunt.store.Samples.POLITIE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.port.SignalRepository;
import nl.knelpunt.engine.signal.Criterion;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.signal.SignalFilter;
import nl.knelpunt.engine.signal.SignalOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signals as they are looked up: by what lists are filtered by, by what they share, by where they were observed. */
class SignalsTest {

    private static final int MANY = 100;

    @TempDir
    Path data;

    private Installation installation;

    @BeforeEach
    void start() {
        installation = new Installation(data);
    }

    @AfterEach
    void stop() throws Exception {
        installation.close();
    }

    private interface Looking {

        List<Signal> in(SignalRepository signals);
    }

    private List<UUID> found(Looking looking) {
        return installation.get(tx -> looking.in(tx.signals())).stream()
                .map(Signal::id)
                .toList();
    }

    private Signal kept(Signal signal) {
        installation.run(tx -> tx.signals().insert(signal));
        return signal;
    }

    private static Signal reported(String reporter, Instant received, Manifestation form, Place place) {
        Observation observation = new Observation("busjes", null, null, place, null);
        SignalContent content =
                new SignalContent(null, null, null, observation, form, null, null, null, false, false, null);
        return new Signal(
                Samples.id(), reporter, SignalState.REPORTED, 1, received, received, content, List.of(), null);
    }

    private static Place at(String municipality, Double longitude, Double latitude) {
        return new Place("kade", null, null, municipality, longitude, latitude);
    }

    private static SignalFilter filter(
            SignalState state, String reporter, Instant from, Instant until, Manifestation form, String municipality) {
        return new SignalFilter(state, reporter, from, until, form, municipality, null, false);
    }

    @Test
    void aListIsFilteredByWhatASignalSays() {
        Signal drugs = kept(reported(POLITIE, MOMENT, Manifestation.DRUGS, at("GM1", null, null)));
        Signal fraud =
                kept(reported(GEMEENTE, MOMENT.plusSeconds(60), Manifestation.REAL_ESTATE, at("GM2", null, null)));
        Signal bare = kept(reported(POLITIE, MOMENT.plusSeconds(120), null, null));
        assertEquals(
                List.of(drugs.id()),
                found(s -> s.reported(filter(null, null, null, null, Manifestation.DRUGS, null), null, MANY)));
        assertEquals(
                List.of(fraud.id()), found(s -> s.reported(filter(null, null, null, null, null, "GM2"), null, MANY)));
        assertEquals(
                List.of(drugs.id(), bare.id()),
                found(s -> s.reported(filter(null, POLITIE, null, null, null, null), null, MANY)));
        assertEquals(
                List.of(fraud.id()),
                found(s -> s.reported(
                        filter(null, null, MOMENT.plusSeconds(60), MOMENT.plusSeconds(120), null, null), null, MANY)));
        assertEquals(
                List.of(), found(s -> s.reported(filter(SignalState.ASKED, null, null, null, null, null), null, MANY)));
        assertEquals(
                List.of(drugs.id()),
                found(s -> s.ofParticipant(
                        POLITIE,
                        filter(SignalState.REPORTED, POLITIE, MOMENT, null, Manifestation.DRUGS, "GM1"),
                        null,
                        MANY)));
        assertEquals(List.of(bare.id()), found(s -> s.ofParticipant(POLITIE, SignalFilter.NONE, drugs.id(), MANY)));
    }

    @Test
    void whatAParticipantIsToldAndWhatWaitsForItIsWhatItsListHolds() {
        Signal signal = kept(reported(POLITIE, MOMENT, null, null)
                .with(Recognition.open(GEMEENTE, MOMENT))
                .with(new Recognition("nvwa", MOMENT, Recognition.Outcome.RECOGNISED, null, null, MOMENT, null))
                .with(new Recognition("fiod", MOMENT, Recognition.Outcome.NOT_RECOGNISED, null, null, MOMENT, null))
                .in(SignalState.RECOGNISED));
        SignalFilter recognised = filter(SignalState.RECOGNISED, null, null, null, null, null);
        SignalFilter asked = filter(SignalState.ASKED, null, null, null, null, null);
        SignalFilter waiting = new SignalFilter(null, null, null, null, null, null, null, true);
        assertEquals(List.of(), found(s -> s.ofParticipant(GEMEENTE, recognised, null, MANY)));
        assertEquals(List.of(signal.id()), found(s -> s.ofParticipant(GEMEENTE, asked, null, MANY)));
        assertEquals(List.of(signal.id()), found(s -> s.ofParticipant(GEMEENTE, waiting, null, MANY)));
        assertEquals(List.of(signal.id()), found(s -> s.ofParticipant("nvwa", recognised, null, MANY)));
        assertEquals(List.of(), found(s -> s.ofParticipant("nvwa", waiting, null, MANY)));
        assertEquals(List.of(), found(s -> s.ofParticipant("fiod", SignalFilter.NONE, null, MANY)));
        assertEquals(List.of(signal.id()), found(s -> s.reported(waiting, null, MANY)), "to be weighed");

        assertEquals(List.of(), found(s -> s.unansweredSince(MOMENT, null, MANY)));
        assertEquals(List.of(signal.id()), found(s -> s.unansweredSince(MOMENT.plusMillis(1), null, MANY)));
        assertEquals(List.of(), found(s -> s.unansweredSince(MOMENT.plusMillis(1), signal.id(), MANY)));
        assertEquals(List.of(), found(s -> s.receivedBefore(MOMENT, null, MANY)));
        assertEquals(List.of(signal.id()), found(s -> s.receivedBefore(MOMENT.plusMillis(1), null, MANY)));
    }

    @Test
    void signalsThatShareAnIdentifierAreFoundByItsKeyAlone() throws Exception {
        Signal own = kept(reported(POLITIE, MOMENT, null, null));
        Signal same = kept(reported(GEMEENTE, MOMENT, null, null));
        Signal other = kept(reported(POLITIE, MOMENT, null, null));
        Signal draft = kept(Samples.draft(POLITIE, MOMENT));
        Datum plate = Samples.datum(own.id(), null);
        installation.run(tx -> {
            tx.data().insert(plate);
            tx.data().insert(plate.takenOver(Samples.id(), draft.id(), null, plate.id()));
            tx.data()
                    .insert(plate.takenOver(Samples.id(), same.id(), null, plate.id())
                            .withContent("xx999x é"));
            tx.data()
                    .insert(plate.takenOver(Samples.id(), other.id(), null, plate.id())
                            .withContent("YY-999-Y"));
        });
        assertEquals(List.of(same.id()), found(s -> s.sharing(own.id(), null, null, MANY)));
        assertEquals(List.of(), found(s -> s.sharing(own.id(), POLITIE, null, MANY)), "not known to the police");
        assertEquals(List.of(), found(s -> s.sharing(own.id(), null, same.id(), MANY)));
        assertEquals(List.of(), found(s -> s.sharing(other.id(), null, null, MANY)));
        String key = installation.text("select identifier from datum where dossier = '" + own.id() + "'");
        assertEquals(64, key.length());
        assertFalse(key.contains("999"));

        installation.run(tx -> tx.data().update(plate.withContent("YY-999-Y")));
        assertEquals(List.of(other.id()), found(s -> s.sharing(own.id(), null, null, MANY)), "as it was corrected");
    }

    @Test
    void signalsAreFoundByWhereTheyWereObserved() {
        Signal inside = kept(reported(POLITIE, MOMENT, null, at("GM1", 4.75, 52.95)));
        kept(reported(POLITIE, MOMENT, null, at("GM1", 4.81, 52.95)));
        kept(reported(POLITIE, MOMENT, null, at("GM1", null, null)));
        Area.Bounds box = new Area.Bounds(4.7, 52.9, 4.8, 53.0);
        assertEquals(List.of(inside.id()), found(s -> s.within(box, null, null, MANY)));
        assertEquals(List.of(inside.id()), found(s -> s.within(box, POLITIE, null, MANY)));
        assertEquals(List.of(), found(s -> s.within(box, GEMEENTE, null, MANY)));
        Area.Bounds exactly = new Area.Bounds(4.75, 52.95, 4.75, 52.95);
        assertEquals(List.of(inside.id()), found(s -> s.within(exactly, null, null, MANY)));
    }

    @Test
    void linksAreFoundFromTheKnelpuntAndGoWithTheSignal() throws Exception {
        UUID knelpunt = Samples.id();
        Signal signal = kept(reported(POLITIE, MOMENT, null, null)
                .in(SignalState.TAKEN_UP)
                .linkedTo(knelpunt, MOMENT)
                .linkedTo(Samples.id(), MOMENT));
        assertEquals(List.of(signal.id()), found(s -> s.linkedTo(knelpunt)));
        SignalFilter linked = new SignalFilter(null, null, null, null, null, null, knelpunt, false);
        assertEquals(List.of(signal.id()), found(s -> s.reported(linked, null, MANY)));
        installation.run(tx -> tx.signals().update(signal.unlinkedFrom(knelpunt)));
        assertEquals(List.of(), found(s -> s.linkedTo(knelpunt)));
        assertEquals(1, installation.count("signal_link"));
        installation.run(tx -> tx.signals().destroy(signal.id()));
        assertEquals(0, installation.count("signal_link"));
        assertEquals(0, installation.count("signal_participant"));
    }

    @Test
    void whatBecameOfASignalStaysWhenItIsGone() {
        Signal signal = kept(reported(POLITIE, MOMENT, null, null));
        SignalOutcome first = outcome(signal, SignalOutcome.Kind.KNELPUNT_DESIGNATED, null, Set.of(), Samples.id());
        SignalOutcome last = outcome(
                signal,
                SignalOutcome.Kind.NOT_TAKEN_UP,
                SignalOutcome.Reason.CRITERIA_NOT_MET,
                Set.of(Criterion.A, Criterion.E),
                null);
        installation.run(tx -> {
            tx.signalOutcomes().insert(first);
            tx.signalOutcomes().insert(last);
            tx.signals().destroy(signal.id());
        });
        installation.restart();
        assertEquals(
                List.of(first, last),
                installation.get(tx -> tx.signalOutcomes().ofReporter(POLITIE, null, null, MANY)));
        assertEquals(
                List.of(last),
                installation.get(tx -> tx.signalOutcomes().ofReporter(POLITIE, signal.id(), first.id(), MANY)));
        assertEquals(
                List.of(), installation.get(tx -> tx.signalOutcomes().ofReporter(GEMEENTE, signal.id(), null, MANY)));
    }

    private static SignalOutcome outcome(
            Signal signal, SignalOutcome.Kind kind, SignalOutcome.Reason reason, Set<Criterion> notMet, UUID knelpunt) {
        return new SignalOutcome(Samples.id(), signal.id(), signal.reporter(), kind, reason, notMet, knelpunt, MOMENT);
    }

    @Test
    void signalsOfBeforeAreFoundLikeAllOthers() throws Exception {
        Signal asked = reported(POLITIE, MOMENT, Manifestation.DRUGS, at("GM1", 4.75, 52.95))
                .with(Recognition.open(GEMEENTE, MOMENT))
                .in(SignalState.ASKED);
        UUID datum = Samples.id();
        UUID other = Samples.id();
        installation.store.stop();
        installation.madeBefore(
                "V10__signals.sql",
                "insert into signal (id, reporter, state, version, received, document) values ('" + asked.id() + "', '"
                        + POLITIE + "', 'ASKED', 1, '" + Moments.text(MOMENT) + "', '" + Documents.write(asked) + "')",
                "insert into signal_participant (participant, signal) values ('" + POLITIE + "', '" + asked.id() + "')",
                "insert into datum (id, dossier, phase, category, field, content, lawfully_held, police, origins) values ('"
                        + datum + "', '" + asked.id() + "', 0, 'VEHICLE', 'kenteken', 'XX-999-X', false, false, '')");
        installation.start();
        assertEquals(
                List.of(asked.id()),
                found(s -> s.ofParticipant(
                        GEMEENTE, new SignalFilter(null, null, null, null, null, "GM1", null, true), null, MANY)));
        Signal later = new Signal(
                other, POLITIE, SignalState.REPORTED, 1, MOMENT, MOMENT, SignalContent.draft(null), List.of(), null);
        kept(later);
        installation.run(tx ->
                tx.data().insert(tx.data().find(datum).orElseThrow().takenOver(Samples.id(), other, null, datum)));
        assertEquals(List.of(asked.id()), found(s -> s.sharing(other, null, null, MANY)));
        assertEquals(
                1,
                installation
                        .get(tx -> tx.signals().find(asked.id()))
                        .orElseThrow()
                        .version(),
                "it did not change");
        assertNull(installation
                .get(tx -> tx.data().find(datum))
                .orElseThrow()
                .source()
                .grading());
    }
}
