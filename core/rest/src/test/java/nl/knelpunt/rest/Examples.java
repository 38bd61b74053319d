package nl.knelpunt.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.engine.dossier.Area.Position;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Goal;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Scope;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.signal.Criteria;
import nl.knelpunt.engine.signal.ShownSignal;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalContent;

/** Made-up people and dossiers. */
final class Examples {

    static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

    static final Finding NO_MANIFESTATION = new Finding(
            "G04",
            "Wgs 1.1",
            new Text("Noem een verschijningsvorm.", "Name a manifestation."),
            new Text("Kies er een.", "Choose one."),
            "manifestation");

    static final Finding OUT_OF_ORDER = new Finding(
            Finding.STATE,
            "Werkwijze RIEC",
            new Text("Deze stap kan nu niet.", "This step can't be taken now."),
            new Text("Meld eerst.", "Report first."),
            "state");

    static final Area SQUARE = new Area(List.of(List.of(List.of(
            new Position(4.7, 52.3), new Position(4.8, 52.3), new Position(4.8, 52.4), new Position(4.7, 52.3)))));

    private Examples() {}

    static Account worker() {
        return new Account(
                Api.CALLER.account(),
                "j.de-tester",
                "J. de Tester",
                "gemeente-wieringersluis",
                Organ.BURGEMEESTER,
                Set.of(Role.WORKER),
                true,
                LocalDate.parse("2027-01-01"),
                NOW,
                true);
    }

    static SignalContent content() {
        return new SignalContent(
                "Loods met vreemde loop",
                Organ.BURGEMEESTER,
                "openbare-orde",
                new Observation(
                        "Elke nacht vrachtwagens",
                        LocalDate.parse("2026-02-20"),
                        null,
                        new Place("Loswal 1", "1771AA", "Wieringersluis", "GM9999", 4.9, 52.8),
                        "toezicht"),
                Manifestation.DRUGS,
                null,
                null,
                new Criteria("duidelijk", "drugs", null, null, null),
                true,
                false,
                null);
    }

    static ShownSignal signal(Finding frozen) {
        Signal signal = new Signal(
                Api.ID,
                "gemeente-wieringersluis",
                SignalState.DRAFT,
                3,
                NOW,
                null,
                frozen == null ? content() : SignalContent.draft(null),
                List.of(),
                null);
        return new ShownSignal(signal, List.of(datum()), frozen);
    }

    static ShownDatum datum() {
        UUID subject = UUID.fromString("01900000-0000-7000-8000-00000000000b");
        return new ShownDatum(
                new Datum(
                        UUID.fromString("01900000-0000-7000-8000-00000000000c"),
                        Api.ID,
                        subject,
                        DataCategory.VEHICLE,
                        "kenteken",
                        "XX-999-X",
                        new Source(
                                "gemeente-wieringersluis",
                                Organ.BURGEMEESTER,
                                "openbare-orde",
                                "Wgs 2.23(1)",
                                true,
                                null,
                                null,
                                null,
                                null),
                        0,
                        Set.of(OriginFlag.CRIMINAL),
                        NOW,
                        LocalDate.parse("2031-03-01"),
                        Marks.NONE),
                new Subject(subject, Api.ID, SubjectKind.OBJECT, null, null, UUID.randomUUID()),
                Set.of(),
                null);
    }

    static Proposal proposal() {
        return new Proposal(
                Activity.KNELPUNT,
                null,
                "Zeehaven",
                ObjectType.AREA,
                "De haven",
                new Scope("kades", "jachthaven", SQUARE, List.of()),
                Set.of(Manifestation.DRUGS),
                new Grounds("nodig", "evenredig", null, null, null),
                List.of(Api.ID),
                List.of(new Proposal.Involved("politie-noord", Set.of("politiewet-3"), "surveillance")),
                List.of(new Proposal.ForeseenPhase(2, "belastingen")),
                List.of(new Goal(
                        Api.ID, "leeg", List.of(new Goal.Indicator(Api.ID, "loodsen", 4.0, 0.0, "stuks", "schouw")))),
                "naar de buren");
    }

    static Knelpunt knelpunt() {
        return new Knelpunt(
                Api.ID,
                KnelpuntState.PROPOSED,
                3,
                NOW,
                proposal(),
                List.of(Motion.open(Motion.Kind.DESIGNATE)),
                List.of(),
                List.of(),
                ActionPlan.NONE,
                List.of());
    }
}
