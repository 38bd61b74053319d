package nl.knelpunt.benchmarks.guard;

import static nl.knelpunt.benchmarks.guard.Riec.copy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.benchmarks.guard.Riec.Dossier;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.dossier.WjsgArticle;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Actor;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.guard.PhaseMatrix;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.RuleSet;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.signal.Criteria;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalContent;

/**
 * A day of a RIEC as acts with their facts: mostly data that are looked at one by one, four in five permitted. Nothing in them
 * is a verdict: they hold dates, lists and rows.
 */
final class Acts {

    private static final LocalDate LATER = LocalDate.of(2027, 1, 1);
    private static final LocalDate LAST_WEEK = LocalDate.of(2026, 5, 4);
    private static final List<DataCategory> CATEGORIES = Arrays.stream(DataCategory.values())
            .filter(c -> c != DataCategory.NATIONALITY && c != DataCategory.SPECIAL)
            .toList();

    private static final RuleSet RULES = RuleSet.of(Riec.TODAY, Policy.DEFAULT);

    private final Riec riec;
    private final List<Dossier> designated;
    private final List<Dossier> inPhaseOne;
    private final List<Dossier> proposed;
    private final List<Posed> acts = new ArrayList<>();

    Acts(Riec riec) {
        this.riec = riec;
        this.designated = dossiers(KnelpuntState.DESIGNATED, 1, 2, 3);
        this.inPhaseOne = dossiers(KnelpuntState.DESIGNATED, 1);
        this.proposed = dossiers(KnelpuntState.SUBMITTED);
    }

    /** @param permitted what is to be decided, as it was meant when the act was made up */
    record Posed(Facts facts, boolean permitted) {}

    /** Acts on which only rules bear that every engine here can express. */
    static List<Posed> shared() {
        Acts acts = new Acts(new Riec());
        acts.permitted();
        acts.refused();
        return acts.shuffled();
    }

    /** The same, and acts on which the other rules bear: those over rows in rows, and those that count. */
    static List<Posed> all() {
        Acts acts = new Acts(new Riec());
        acts.permitted();
        acts.refused();
        acts.beyondTheShared();
        return acts.shuffled();
    }

    private List<Posed> shuffled() {
        Collections.shuffle(acts, new Random(1));
        return List.copyOf(acts);
    }

    private List<Dossier> dossiers(KnelpuntState state, int... phases) {
        return IntStream.range(0, 4).mapToObj(i -> riec.dossier(state, phases)).toList();
    }

    private void permitted() {
        times(150, i -> permit(seeing(riec.worker(riec.any(riec.involved)), riec.any(riec.involved), 1 + i % 3)));
        times(
                40,
                i -> permit(
                        seeing(i % 2 == 0 ? riec.caseDirector() : riec.analyst(), riec.any(riec.involved), 1 + i % 3)));
        times(50, i -> permit(sharing(riec.any(riec.involved), 1 + i % 3)));
        times(30, i -> permit(reporting(riec.any(riec.participants), 1)));
        times(30, i -> permit(seeingSignal(riec.any(riec.participants))));
        times(
                20,
                i -> permit(onKnelpunt(Act.SEE_KNELPUNT, riec.worker(riec.any(riec.involved)), riec.any(designated))));
        times(15, i -> permit(voting(riec.any(riec.participants))));
        times(15, i -> permit(asking(i)));
    }

    /** One wrong each, or two. */
    private void refused() {
        times(10, i -> refuse(seeing(riec.worker(riec.any(riec.notInvolved)), riec.any(riec.involved), 1)));
        refuse(seeing(riec.person(riec.participants.get(0), null, Role.SUPPORT), riec.any(riec.involved), 1));
        refuse(seeing(riec.person(riec.participants.get(0), null, Role.PRIVACY_OFFICER), riec.any(riec.involved), 1));
        refuse(seeing(worker(false, LATER, Riec.NOW, true), riec.any(riec.involved), 1));
        refuse(seeing(worker(true, LAST_WEEK, Riec.NOW, true), riec.any(riec.involved), 1));
        refuse(seeing(worker(true, LATER, null, true), riec.any(riec.involved), 1));
        refuse(seeing(worker(true, LATER, Riec.NOW, false), riec.any(riec.involved), 1));
        refuse(seeing(riec.person(riec.party, null, Role.WORKER), riec.any(riec.involved), 1));
        times(4, i -> refuse(seeing(1, riec.any(proposed))));
        times(4, i -> refuse(seeing(2 + i % 2, riec.any(inPhaseOne))));
        times(6, i -> refuse(later(seeing(riec.worker(riec.any(riec.involved)), riec.any(riec.involved), 1))));
        times(6, i -> refuse(withoutPlugin(seeing(riec.worker(riec.any(riec.involved)), riec.any(riec.involved), 1))));
        for (UnaryOperator<Datum> wrong : WRONG) {
            refuse(wronged(seeing(riec.worker(riec.any(riec.involved)), riec.any(riec.involved), 1), wrong));
            refuse(wronged(sharing(riec.any(riec.involved), 2), wrong));
        }
        refuse(seeingOfTheProsecution(d -> d.with(vetoed())));
        refuse(seeingOfTheProsecution(d -> d.with(reportedWrong())));
        refuse(seeingOfTheProsecution(Acts::untagged));
        refuse(sharing(
                riec.participants.get(10),
                1,
                DataCategory.BSN,
                designated.get(0).subject(5),
                designated.get(0)));
        refuse(sharing(
                riec.participants.get(10),
                2,
                DataCategory.SEXUAL_BEHAVIOUR,
                inPhaseOne.get(0).subject(0),
                inPhaseOne.get(0)));
        times(3, i -> refuse(sharingAboutNobodyKnown(riec.any(riec.involved))));
        for (UnaryOperator<SignalContent> wrong : WRONG_CONTENT) {
            refuse(wronglyReported(riec.participants.get(10), wrong));
        }
        refuse(wronglyReported(riec.participants.get(0), c -> police(c, null)));
        refuse(wronglyReported(
                riec.participants.get(0), c -> police(c, new PoliceBasis(WpgClass.ARTICLE_12, "officier"))));
        refuse(wronglyReported(
                riec.participants.get(0), c -> police(c, new PoliceBasis(WpgClass.ARTICLE_9, "officier"))));
        times(3, i -> refuse(seeingSignalOfOthers()));
        refuse(askingOneself());
        refuse(askingTheSameTaxAdministration());
        refuse(askingTheParty());
        refuse(voting(riec.any(riec.participants)).asking(new Asked.Deciding(null)));
        refuse(onKnelpunt(Act.VOTE_CLOSURE, riec.caseDirector(), riec.any(designated))
                .asking(new Asked.Deciding("eens")));
        refuse(onKnelpunt(Act.VOTE_CLOSURE, member(riec.participants.get(0)), riec.any(proposed))
                .asking(new Asked.Deciding("eens")));
    }

    private void beyondTheShared() {
        times(20, i -> permit(reporting(riec.any(riec.participants), 6)));
        times(
                10,
                i -> permit(
                        deciding(Act.VOTE_DESIGNATION, riec.any(proposed), 2).asking(new Asked.Deciding("nodig"))));
        times(10, i -> permit(deciding(Act.DESIGNATE, voted(14), 2)));
        times(3, i -> refuse(deciding(Act.DESIGNATE, voted(6), 2)));
        times(3, i -> refuse(deciding(Act.DESIGNATE, voted(14), 1)));
        times(10, i -> permit(opening(i)));
        times(8, i -> permit(planning(true)));
        times(2, i -> refuse(planning(false)));
    }

    private static void times(int number, Consumer<Integer> work) {
        IntStream.range(0, number).boxed().forEach(work);
    }

    private void permit(Facts facts) {
        acts.add(new Posed(facts, true));
    }

    private void refuse(Facts facts) {
        acts.add(new Posed(facts, false));
    }

    private Facts of(Act act, Actor actor) {
        return Facts.of(act, actor, Riec.NOW, riec.region, riec.kinds, RULES);
    }

    // Knelpunten

    private Facts onKnelpunt(Act act, Actor actor, Dossier dossier) {
        return of(act, actor).withKnelpunt(dossier.knelpunt(), dossier.known());
    }

    private Facts seeing(Actor actor, Participant supplier, int phase) {
        Dossier dossier = riec.any(designated);
        return onKnelpunt(Act.SEE_DATA, actor, dossier)
                .withData(List.of(datum(riec.any(dossier.subjects()), supplier, phase)));
    }

    private Facts seeing(int phase, Dossier dossier) {
        return onKnelpunt(Act.SEE_DATA, riec.worker(riec.any(riec.involved)), dossier)
                .withData(List.of(datum(riec.any(dossier.subjects()), supplierIn(phase), phase)));
    }

    private Facts sharing(Participant supplier, int phase) {
        Dossier dossier = riec.any(designated);
        return onKnelpunt(Act.SHARE_DATUM, riec.worker(supplier), dossier)
                .asking(new Asked.About(null))
                .withData(List.of(datum(riec.any(dossier.subjects()), supplier, phase)));
    }

    private Facts sharing(Participant supplier, int phase, DataCategory category, Subject subject, Dossier dossier) {
        return onKnelpunt(Act.SHARE_DATUM, riec.worker(supplier), dossier)
                .asking(new Asked.About(null))
                .withData(List.of(datum(riec.id(), subject, supplier, phase, category)));
    }

    private Facts sharingAboutNobodyKnown(Participant supplier) {
        Subject unknown = riec.subjects(riec.id(), 1).get(0);
        Facts facts = sharing(supplier, 1);
        return facts.asking(new Asked.About(unknown)).withData(List.of(datum(unknown, supplier, 1)));
    }

    private Facts voting(Participant participant) {
        return onKnelpunt(Act.VOTE_CLOSURE, member(participant), riec.any(designated))
                .asking(new Asked.Deciding("doel bereikt"));
    }

    private Actor member(Participant participant) {
        return riec.person(participant, null, Role.STEERING_MEMBER);
    }

    private Dossier voted(int votes) {
        Dossier dossier = riec.any(proposed);
        return new Dossier(
                dossier.knelpunt().with(riec.motion(Motion.Kind.DESIGNATE, votes)),
                dossier.subjects(),
                dossier.known());
    }

    private Facts deciding(Act act, Dossier dossier, int signals) {
        Participant reporter = riec.participants.get(0);
        return onKnelpunt(act, member(riec.any(riec.participants)), dossier)
                .withBundled(IntStream.range(0, signals)
                        .mapToObj(i -> signal(reporter, SignalState.TAKEN_UP))
                        .toList());
    }

    private Facts opening(int number) {
        Participant participant = riec.involved.get(number % riec.involved.size());
        return onKnelpunt(Act.OPEN_PHASE, member(participant), riec.any(inPhaseOne))
                .asking(new Asked.Opening(2, "de keten is anders niet te zien"));
    }

    private Facts planning(boolean tested) {
        return onKnelpunt(Act.WRITE_PLAN, riec.caseDirector(), riec.any(designated))
                .asking(new Asked.Planning(new ActionPlan("de keten doorbreken", tested, "de analyse van 2 mei")));
    }

    /** After the end of the term. */
    private static Facts later(Facts facts) {
        Instant later = Instant.parse("2026-06-03T08:00:00Z");
        return Facts.of(facts.act(), facts.actor(), later, facts.region(), facts.activeKinds(), facts.rules())
                .withKnelpunt(facts.knelpunt(), facts.subjects())
                .withData(facts.data());
    }

    private static Facts withoutPlugin(Facts facts) {
        String supplier = facts.data().get(0).supplier();
        String kind = facts.region().participant(supplier).orElseThrow().kind();
        Set<String> others = Set.copyOf(
                facts.activeKinds().stream().filter(k -> !k.equals(kind)).toList());
        return Facts.of(facts.act(), facts.actor(), facts.now(), facts.region(), others, facts.rules())
                .withKnelpunt(facts.knelpunt(), facts.subjects())
                .withData(facts.data());
    }

    private Actor worker(boolean screened, LocalDate trainedUntil, Instant acknowledged, boolean active) {
        Participant police = riec.participants.get(0);
        return riec.acting(
                riec.account(police, Organ.POLITIE, Role.WORKER, screened, trainedUntil, acknowledged, active));
    }

    // Data

    private Participant supplierIn(int phase) {
        return riec.involved.stream()
                .filter(p -> CATEGORIES.stream()
                        .anyMatch(c -> PhaseMatrix.allows(c, Riec.organOf(p), phase, Policy.DEFAULT)))
                .skip(phase)
                .findFirst()
                .orElseThrow();
    }

    /** Of a category that the supplier may supply in that phase, or else in phase 1. */
    private Datum datum(Subject subject, Participant supplier, int phase) {
        return datum(riec.id(), subject, supplier, phase);
    }

    Datum datum(UUID id, Subject subject, Participant supplier, int phase) {
        Organ organ = Riec.organOf(supplier);
        List<DataCategory> possible = CATEGORIES.stream()
                .filter(c -> PhaseMatrix.allows(c, organ, phase, Policy.DEFAULT))
                .filter(c -> c != DataCategory.BSN || subject.kind() == SubjectKind.PERSON)
                .toList();
        return possible.isEmpty()
                ? datum(id, subject, supplier, 1)
                : datum(id, subject, supplier, phase, riec.any(possible));
    }

    private static Datum datum(UUID id, Subject subject, Participant supplier, int phase, DataCategory category) {
        Organ organ = Riec.organOf(supplier);
        boolean police = organ == Organ.POLITIE || organ == Organ.KMAR || category == DataCategory.POLICE_8_13;
        PoliceBasis basis = category == DataCategory.POLICE_9_10
                ? agreed(WpgClass.ARTICLE_9)
                : police ? agreed(WpgClass.ARTICLE_8) : null;
        return new Datum(
                id,
                copy(subject.dossier()),
                copy(subject.id()),
                category,
                copy("kenteken"),
                copy("99-XX-99"),
                new Source(
                        copy(supplier.id()),
                        organ,
                        Riec.taskOf(organ),
                        copy("Wgs 2.23(1)"),
                        true,
                        basis,
                        organ == Organ.OM ? WjsgArticle.ARTICLE_39FA : null,
                        null,
                        null),
                phase,
                basis == null ? Set.of() : Set.of(OriginFlag.POLICE, OriginFlag.CRIMINAL),
                Riec.NOW,
                Riec.TODAY.plusYears(5),
                Marks.NONE);
    }

    private static PoliceBasis agreed(WpgClass wpgClass) {
        return new PoliceBasis(wpgClass, copy("officier van justitie, 4 mei"));
    }

    private static Facts wronged(Facts facts, UnaryOperator<Datum> wrong) {
        return facts.withData(List.of(wrong.apply(facts.data().get(0))));
    }

    private static final List<UnaryOperator<Datum>> WRONG = List.of(
            d -> with(d, DataCategory.SPECIAL, d.subject(), d.phase(), d.destroyBy()),
            d -> with(d, DataCategory.NATIONALITY, d.subject(), d.phase(), d.destroyBy()),
            d -> with(d, null, d.subject(), d.phase(), d.destroyBy()),
            d -> with(d, DataCategory.JUDICIAL, d.subject(), 1, d.destroyBy()),
            d -> with(d, d.category(), new UUID(1, 2), d.phase(), d.destroyBy()),
            d -> with(d, d.category(), d.subject(), d.phase(), LAST_WEEK),
            d -> d.with(source(
                    d, new PoliceBasis(WpgClass.ARTICLE_8, null), d.source().basis())),
            d -> d.with(source(d, agreed(WpgClass.ARTICLE_10_1_B), d.source().basis())),
            d -> d.with(source(d, d.police(), null)));

    private static Datum with(Datum d, DataCategory category, UUID subject, int phase, LocalDate destroyBy) {
        return new Datum(
                d.id(),
                d.dossier(),
                subject,
                category,
                d.field(),
                d.content(),
                d.source(),
                phase,
                d.origins(),
                d.firstProcessed(),
                destroyBy,
                d.marks());
    }

    private static Source source(Datum d, PoliceBasis police, String basis) {
        Source s = d.source();
        return new Source(
                s.supplier(), s.organ(), s.task(), basis, s.lawfullyHeld(), police, s.wjsg(), s.bibob(), null);
    }

    private Facts seeingOfTheProsecution(UnaryOperator<Datum> marked) {
        return wronged(seeing(riec.worker(riec.participants.get(5)), riec.participants.get(1), 1), marked);
    }

    private Marks vetoed() {
        return Marks.NONE.with(new Marks.Veto("lopend onderzoek", riec.id(), Riec.NOW));
    }

    private Marks reportedWrong() {
        return Marks.NONE.with(new Marks.ErrorReport("om", riec.id(), "andere persoon", Riec.NOW));
    }

    private static Datum untagged(Datum d) {
        Source s = d.source();
        return d.with(new Source(s.supplier(), s.organ(), s.task(), s.basis(), true, s.police(), null, null, null));
    }

    // Signals

    private Signal signal(Participant reporter, SignalState state) {
        List<Recognition> recognitions = new ArrayList<>();
        if (state != SignalState.DRAFT && state != SignalState.REPORTED) {
            List<Participant> others = riec.participants.stream()
                    .filter(p -> p.isOtherThan(reporter))
                    .limit(6)
                    .toList();
            for (int i = 0; i < others.size(); i++) {
                recognitions.add(recognition(others.get(i), Recognition.Outcome.values()[i % 3]));
            }
        }
        return new Signal(
                riec.id(),
                copy(reporter.id()),
                state,
                3,
                Riec.NOW,
                state == SignalState.DRAFT ? null : Riec.NOW,
                content(Riec.organOf(reporter)),
                recognitions,
                null);
    }

    private Recognition recognition(Participant by, Recognition.Outcome outcome) {
        if (outcome == Recognition.Outcome.OPEN) {
            return Recognition.open(copy(by.id()), Riec.NOW);
        }
        Recognition.OwnObservation observation = outcome == Recognition.Outcome.RECOGNISED
                ? new Recognition.OwnObservation(copy("dezelfde busjes"), LAST_WEEK, null, null, copy("Z-2026-114"))
                : null;
        return new Recognition(copy(by.id()), Riec.NOW, outcome, riec.id(), Riec.organOf(by), Riec.NOW, observation);
    }

    private static SignalContent content(Organ organ) {
        boolean police = organ == Organ.POLITIE || organ == Organ.KMAR;
        return new SignalContent(
                copy("Nachtelijk laden in de haven"),
                organ,
                Riec.taskOf(organ),
                new Observation(
                        copy("Drie nachten zonder licht geladen"),
                        LAST_WEEK,
                        LocalTime.of(2, 15),
                        new Place(
                                copy("Havenkade 3"),
                                copy("9990AA"),
                                copy("Wieringersluis"),
                                copy("GM9012"),
                                4.95,
                                52.95),
                        copy("haventeam")),
                Manifestation.DRUGS,
                null,
                null,
                new Criteria(
                        copy("wissel van busjes"),
                        copy("laadwijze"),
                        copy("niemand ziet het geheel"),
                        copy("drie partijen nodig"),
                        copy("de haven")),
                true,
                true,
                police ? agreed(WpgClass.ARTICLE_8) : null);
    }

    private Facts onSignal(Act act, Actor actor, Signal signal) {
        return of(act, actor).withSignal(signal, Subjects.of(riec.subjects(signal.id(), 5)));
    }

    private Facts reporting(Participant reporter, int data) {
        Facts facts = onSignal(Act.REPORT_SIGNAL, riec.worker(reporter), signal(reporter, SignalState.DRAFT));
        List<Subject> subjects = List.copyOf(facts.subjects().all());
        return facts.withData(IntStream.range(0, data)
                .mapToObj(i -> inSignal(datum(subjects.get(i % 5), reporter, 1)))
                .toList());
    }

    private static Datum inSignal(Datum datum) {
        return with(datum, datum.category(), datum.subject(), PhaseMatrix.SIGNAL, datum.destroyBy());
    }

    private Facts wronglyReported(Participant reporter, UnaryOperator<SignalContent> wrong) {
        Facts facts = reporting(reporter, 1);
        Signal signal = facts.signal();
        return facts.withSignal(signal.with(wrong.apply(signal.content())), facts.subjects());
    }

    private static final List<UnaryOperator<SignalContent>> WRONG_CONTENT = List.of(
            c -> observed(
                    c, new Observation(null, LAST_WEEK, null, c.observation().place(), "haventeam")),
            c -> observed(
                    c,
                    new Observation(
                            "geladen",
                            LocalDate.of(2026, 5, 12),
                            null,
                            c.observation().place(),
                            "haventeam")),
            c -> observed(
                    c,
                    new Observation(
                            "geladen",
                            LAST_WEEK,
                            null,
                            new Place("kade", null, null, "GM0363", null, null),
                            "haventeam")),
            c -> manifested(c, null, null),
            c -> manifested(c, Manifestation.DESIGNATED, null),
            c -> tested(c, false, true),
            c -> tested(c, true, false),
            c -> of(c, Organ.POLITIE, c.task()),
            c -> of(c, c.organ(), "politiewet-3"),
            c -> explained(c, new Criteria("a", "b", "c", "d", null)));

    private static SignalContent observed(SignalContent c, Observation observation) {
        return new SignalContent(
                c.title(),
                c.organ(),
                c.task(),
                observation,
                c.manifestation(),
                null,
                null,
                c.criteria(),
                c.qualityTested(),
                c.lawfullyHeld(),
                c.police());
    }

    private static SignalContent manifested(SignalContent c, Manifestation manifestation, String decision) {
        return new SignalContent(
                c.title(),
                c.organ(),
                c.task(),
                c.observation(),
                manifestation,
                decision,
                null,
                c.criteria(),
                c.qualityTested(),
                c.lawfullyHeld(),
                c.police());
    }

    private static SignalContent tested(SignalContent c, boolean quality, boolean lawful) {
        return new SignalContent(
                c.title(),
                c.organ(),
                c.task(),
                c.observation(),
                c.manifestation(),
                null,
                null,
                c.criteria(),
                quality,
                lawful,
                c.police());
    }

    private static SignalContent of(SignalContent c, Organ organ, String task) {
        return new SignalContent(
                c.title(),
                organ,
                task,
                c.observation(),
                c.manifestation(),
                null,
                null,
                c.criteria(),
                c.qualityTested(),
                c.lawfullyHeld(),
                c.police());
    }

    private static SignalContent explained(SignalContent c, Criteria criteria) {
        return new SignalContent(
                c.title(),
                c.organ(),
                c.task(),
                c.observation(),
                c.manifestation(),
                null,
                null,
                criteria,
                c.qualityTested(),
                c.lawfullyHeld(),
                c.police());
    }

    private static SignalContent police(SignalContent c, PoliceBasis police) {
        return new SignalContent(
                c.title(),
                c.organ(),
                c.task(),
                c.observation(),
                c.manifestation(),
                null,
                null,
                c.criteria(),
                c.qualityTested(),
                c.lawfullyHeld(),
                police);
    }

    private Facts seeingSignal(Participant reporter) {
        Signal signal = signal(reporter, SignalState.ASKED);
        List<Participant> see = new ArrayList<>(List.of(reporter));
        signal.recognitions().stream()
                .filter(r -> r.outcome() != Recognition.Outcome.NOT_RECOGNISED)
                .forEach(r -> see.add(riec.region.participant(r.participant()).orElseThrow()));
        Facts facts = onSignal(Act.SEE_SIGNAL, riec.worker(riec.any(see)), signal);
        return facts.withData(List.of(inSignal(datum(anyOf(facts), reporter, 1))));
    }

    private Subject anyOf(Facts facts) {
        return riec.any(List.copyOf(facts.subjects().all()));
    }

    private Facts seeingSignalOfOthers() {
        Signal signal = signal(riec.participants.get(0), SignalState.ASKED);
        Facts facts = onSignal(Act.SEE_SIGNAL, riec.worker(riec.participants.get(22)), signal);
        return facts.withData(List.of(inSignal(datum(anyOf(facts), riec.participants.get(0), 1))));
    }

    private Facts asking(int number) {
        Participant reporter = riec.any(riec.participants);
        Participant asked = riec.any(
                riec.participants.stream().filter(p -> p.isOtherThan(reporter)).toList());
        Actor actor = number % 2 == 0 ? riec.caseDirector() : riec.worker(reporter);
        return onSignal(Act.ASK_RECOGNITION, actor, signal(reporter, SignalState.REPORTED))
                .asking(new Asked.Towards(asked));
    }

    private Facts asking(Participant reporter, Participant asked) {
        return onSignal(Act.ASK_RECOGNITION, riec.worker(reporter), signal(reporter, SignalState.REPORTED))
                .asking(new Asked.Towards(asked));
    }

    private Facts askingOneself() {
        return asking(riec.participants.get(0), riec.participants.get(0));
    }

    private Facts askingTheSameTaxAdministration() {
        return asking(riec.participants.get(2), riec.participants.get(3));
    }

    private Facts askingTheParty() {
        return asking(riec.participants.get(0), riec.party);
    }
}
