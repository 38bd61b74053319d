package nl.knelpunt.benchmarks.guard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.PhaseDecision;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.signal.Criteria;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalContent;

/**
 * The shared rules as somebody would write them who only wants yes or no: plain conditions on the same facts, no reasons, no
 * list of rules, stopping at the first that is broken.
 */
final class HandWritten implements Contestant {

    /** By the names that a policy may call them. */
    static final Map<String, Predicate<Facts>> RULES = Map.ofEntries(
            Map.entry("authorised", HandWritten::authorised),
            Map.entry("takesPart", HandWritten::takesPart),
            Map.entry("knelpuntExists", HandWritten::knelpuntExists),
            Map.entry("involved", HandWritten::involved),
            Map.entry("designated", HandWritten::designated),
            Map.entry("withinTerm", HandWritten::withinTerm),
            Map.entry("lawfulCategory", HandWritten::lawfulCategory),
            Map.entry("fromAllowedSource", HandWritten::fromAllowedSource),
            Map.entry("phaseOpen", HandWritten::phaseOpen),
            Map.entry("withinCircle", HandWritten::withinCircle),
            Map.entry("policeAgreed", HandWritten::policeAgreed),
            Map.entry("prosecutionTagged", HandWritten::prosecutionTagged),
            Map.entry("sexualBehaviourInPlace", HandWritten::sexualBehaviourInPlace),
            Map.entry("bsnOfPerson", HandWritten::bsnOfPerson),
            Map.entry("unmarked", HandWritten::unmarked),
            Map.entry("withinItsTerm", HandWritten::withinItsTerm),
            Map.entry("sourced", HandWritten::sourced),
            Map.entry("supplierActive", HandWritten::supplierActive),
            Map.entry("reporterActive", HandWritten::reporterActive),
            Map.entry("suppliesInTask", HandWritten::suppliesInTask),
            Map.entry("reportsInTask", HandWritten::reportsInTask),
            Map.entry("dataLawfullyHeld", HandWritten::dataLawfullyHeld),
            Map.entry("reportersDraft", HandWritten::reportersDraft),
            Map.entry("needsSignal", HandWritten::needsSignal),
            Map.entry("stillToBeRecognised", HandWritten::stillToBeRecognised),
            Map.entry("askedTakesPart", HandWritten::askedTakesPart),
            Map.entry("askedIsAnother", HandWritten::askedIsAnother),
            Map.entry("signalWithinPhaseOne", HandWritten::signalWithinPhaseOne),
            Map.entry("signalPoliceAgreed", HandWritten::signalPoliceAgreed),
            Map.entry("observed", HandWritten::observed),
            Map.entry("manifested", HandWritten::manifested),
            Map.entry("explained", HandWritten::explained),
            Map.entry("inRegion", HandWritten::inRegion),
            Map.entry("signalLawfullyHeld", HandWritten::signalLawfullyHeld),
            Map.entry("votesWithReason", HandWritten::votesWithReason));

    private final List<Facts> acts;

    HandWritten(List<Facts> acts) {
        this.acts = acts;
    }

    @Override
    public String name() {
        return "hand-written predicate";
    }

    @Override
    public boolean permits(int act) {
        return permits(acts.get(act));
    }

    static boolean permits(Facts facts) {
        return switch (facts.act()) {
            case SEE_DATA ->
                authorised(facts)
                        && involved(facts)
                        && designated(facts)
                        && withinTerm(facts)
                        && takesPart(facts)
                        && lawfulCategory(facts)
                        && fromAllowedSource(facts)
                        && phaseOpen(facts)
                        && withinCircle(facts)
                        && policeAgreed(facts)
                        && prosecutionTagged(facts)
                        && sourced(facts)
                        && supplierActive(facts)
                        && unmarked(facts)
                        && withinItsTerm(facts);
            case SHARE_DATUM ->
                authorised(facts)
                        && involved(facts)
                        && designated(facts)
                        && withinTerm(facts)
                        && takesPart(facts)
                        && suppliesInTask(facts)
                        && lawfulCategory(facts)
                        && fromAllowedSource(facts)
                        && phaseOpen(facts)
                        && withinCircle(facts)
                        && policeAgreed(facts)
                        && prosecutionTagged(facts)
                        && sexualBehaviourInPlace(facts)
                        && bsnOfPerson(facts)
                        && sourced(facts)
                        && supplierActive(facts)
                        && dataLawfullyHeld(facts)
                        && withinItsTerm(facts);
            case REPORT_SIGNAL ->
                authorised(facts)
                        && reportersDraft(facts)
                        && takesPart(facts)
                        && reportsInTask(facts)
                        && lawfulCategory(facts)
                        && fromAllowedSource(facts)
                        && signalWithinPhaseOne(facts)
                        && withinCircle(facts)
                        && policeAgreed(facts)
                        && signalPoliceAgreed(facts)
                        && prosecutionTagged(facts)
                        && bsnOfPerson(facts)
                        && withinItsTerm(facts)
                        && sourced(facts)
                        && reporterActive(facts)
                        && observed(facts)
                        && manifested(facts)
                        && explained(facts)
                        && inRegion(facts)
                        && signalLawfullyHeld(facts);
            case SEE_SIGNAL ->
                authorised(facts)
                        && needsSignal(facts)
                        && takesPart(facts)
                        && lawfulCategory(facts)
                        && supplierActive(facts)
                        && withinItsTerm(facts);
            case SEE_KNELPUNT -> authorised(facts) && involved(facts) && takesPart(facts);
            case ASK_RECOGNITION ->
                authorised(facts)
                        && needsSignal(facts)
                        && stillToBeRecognised(facts)
                        && askedTakesPart(facts)
                        && askedIsAnother(facts)
                        && reporterActive(facts);
            case VOTE_CLOSURE ->
                authorised(facts) && knelpuntExists(facts) && designated(facts) && votesWithReason(facts);
            default -> throw new IllegalArgumentException(facts.act() + " is not shared");
        };
    }

    private static boolean mayDo(Act act, Set<Role> roles) {
        return switch (act) {
            case SEE_DATA ->
                roles.contains(Role.WORKER) || roles.contains(Role.CASE_DIRECTOR) || roles.contains(Role.ANALYST);
            case SEE_KNELPUNT ->
                roles.contains(Role.WORKER)
                        || roles.contains(Role.STEERING_MEMBER)
                        || roles.contains(Role.CASE_DIRECTOR)
                        || roles.contains(Role.ANALYST);
            case SEE_SIGNAL, ASK_RECOGNITION -> roles.contains(Role.WORKER) || roles.contains(Role.CASE_DIRECTOR);
            case VOTE_CLOSURE -> roles.contains(Role.STEERING_MEMBER);
            default -> roles.contains(Role.WORKER);
        };
    }

    /** G41, G42, G49. */
    static boolean authorised(Facts facts) {
        Account account = facts.actor().account();
        Participant participant = facts.actor().participant();
        LocalDate trained = account.trainedUntil();
        return mayDo(facts.act(), facts.actor().roles())
                && account.active()
                && account.screened()
                && trained != null
                && !facts.today().isAfter(trained)
                && account.secrecyAcknowledged() != null
                && participant != null;
    }

    /** G01, G02 of who acts. */
    static boolean takesPart(Facts facts) {
        return facts.actor().participant().isDesignated();
    }

    static boolean knelpuntExists(Facts facts) {
        return facts.knelpunt() != null;
    }

    /** G24. */
    static boolean involved(Facts facts) {
        Knelpunt knelpunt = facts.knelpunt();
        if (knelpunt == null) {
            return false;
        }
        Set<Role> roles = facts.actor().roles();
        if (roles.contains(Role.CASE_DIRECTOR) || roles.contains(Role.ANALYST)) {
            return true;
        }
        String participant = facts.actor().participant().id();
        List<Proposal.Involved> involved = knelpunt.proposal().involved();
        for (int i = 0; i < involved.size(); i++) {
            if (involved.get(i).participant().equals(participant)) {
                return true;
            }
        }
        return false;
    }

    /** G23 and the lifecycle. */
    static boolean designated(Facts facts) {
        return facts.knelpunt().state() == KnelpuntState.DESIGNATED;
    }

    /** G21. */
    static boolean withinTerm(Facts facts) {
        List<Term> terms = facts.knelpunt().terms();
        Set<Role> roles = facts.actor().roles();
        return terms.isEmpty()
                || !facts.today().isAfter(terms.get(terms.size() - 1).last())
                || facts.act() == Act.SEE_DATA && (roles.contains(Role.CASE_DIRECTOR) || roles.contains(Role.ANALYST));
    }

    /** G08, G09. */
    static boolean lawfulCategory(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            if (datum.category() == DataCategory.SPECIAL
                    || datum.category() == DataCategory.NATIONALITY
                            && blank(datum.source().unavoidable())) {
                return false;
            }
        }
        return true;
    }

    /** G11. */
    static boolean fromAllowedSource(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            DataCategory category = datum.category();
            if (category == null || category == DataCategory.NATIONALITY || datum.organ() == null) {
                continue;
            }
            PoliceBasis police = datum.police();
            if (!mayCome(category, datum.organ(), datum.phase() == 0 ? 1 : datum.phase())
                    || category != DataCategory.POLICE_9_10 && police != null && ofPhaseThree(police.wpgClass())) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayCome(DataCategory category, Organ organ, int phase) {
        return switch (category) {
            case IDENTIFICATION, CONTACT, BSN, HOUSING, VEHICLE, CADASTRAL, COMPANY, BUSINESS_RELATIONS, SUPERVISION ->
                phase == 1;
            case RESIDENCE_STATUS -> phase == 1 && organ == Organ.IND;
            case FINANCIAL, INCOME ->
                phase == 1 && organ != Organ.BELASTINGDIENST && organ != Organ.DOUANE && organ != Organ.FIOD;
            case PERMITS ->
                phase == 1
                        && (organ == Organ.BURGEMEESTER
                                || organ == Organ.COLLEGE
                                || organ == Organ.PROVINCIE
                                || organ == Organ.UWV
                                || organ == Organ.NVWA);
            case FISCAL ->
                phase == 2
                        && (organ == Organ.BELASTINGDIENST
                                || organ == Organ.DOUANE
                                || organ == Organ.BURGEMEESTER
                                || organ == Organ.COLLEGE);
            case POLICE_8_13 -> phase == 2 && investigates(organ);
            case JUDICIAL -> phase == 2 && organ == Organ.OM;
            case SEXUAL_BEHAVIOUR -> phase == 2;
            case POLICE_9_10 -> phase == 3 && investigates(organ);
            default -> false;
        };
    }

    private static boolean investigates(Organ organ) {
        return organ == Organ.POLITIE
                || organ == Organ.KMAR
                || organ == Organ.FIOD
                || organ == Organ.NLA
                || organ == Organ.NVWA;
    }

    /** G12, G13. */
    static boolean phaseOpen(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            int phase = data.get(i).phase();
            if (phase >= 2 && !isOpen(facts.knelpunt(), 2) || phase == 3 && !isOpen(facts.knelpunt(), 3)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOpen(Knelpunt knelpunt, int phase) {
        List<PhaseDecision> phases = knelpunt.phases();
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).phase() == phase) {
                return true;
            }
        }
        return false;
    }

    /** G14. */
    static boolean withinCircle(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Subject subject = find(facts, data.get(i).subject());
            if (subject == null) {
                return false;
            }
            if (!subject.isPerson()) {
                continue;
            }
            if (subject.circleOf() == null) {
                if (facts.signal() == null
                        && facts.asked() instanceof Asked.About about
                        && subject == about.newSubject()) {
                    return false;
                }
                continue;
            }
            Subject of = find(facts, subject.circleOf());
            if (blank(subject.circleReason()) || of == null || !of.isPerson() || of.circleOf() != null) {
                return false;
            }
        }
        return true;
    }

    private static Subject find(Facts facts, UUID id) {
        if (facts.asked() instanceof Asked.About about
                && about.newSubject() != null
                && about.newSubject().id().equals(id)) {
            return about.newSubject();
        }
        return facts.subjects().find(id);
    }

    /** G28, G13 of data. */
    static boolean policeAgreed(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            PoliceBasis police = datum.police();
            DataCategory category = datum.category();
            if (police == null) {
                if (datum.organ() == Organ.POLITIE
                        || datum.organ() == Organ.KMAR
                        || category == DataCategory.POLICE_8_13
                        || category == DataCategory.POLICE_9_10) {
                    return false;
                }
            } else if (!agreed(police)
                    || category == DataCategory.POLICE_8_13
                            && police.wpgClass() != WpgClass.ARTICLE_8
                            && police.wpgClass() != WpgClass.ARTICLE_13
                    || category == DataCategory.POLICE_9_10 && !ofPhaseThree(police.wpgClass())) {
                return false;
            }
        }
        return true;
    }

    private static boolean agreed(PoliceBasis police) {
        return police.wpgClass() != null
                && police.wpgClass() != WpgClass.ARTICLE_10_1_B
                && police.wpgClass() != WpgClass.ARTICLE_12
                && police.wpgClass() != WpgClass.ARTICLE_14
                && !blank(police.agreement());
    }

    private static boolean ofPhaseThree(WpgClass wpgClass) {
        return wpgClass == WpgClass.ARTICLE_9
                || wpgClass == WpgClass.ARTICLE_10_1_A
                || wpgClass == WpgClass.ARTICLE_10_1_C;
    }

    /** G29. */
    static boolean prosecutionTagged(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            boolean tagged = datum.source().wjsg() != null;
            boolean ofProsecution = datum.organ() == Organ.OM;
            if (ofProsecution != tagged || datum.category() == DataCategory.JUDICIAL && !ofProsecution) {
                return false;
            }
        }
        return true;
    }

    /** G10. */
    static boolean sexualBehaviourInPlace(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            if (datum.category() == DataCategory.SEXUAL_BEHAVIOUR
                    && !(facts.knelpunt().proposal().manifestations().contains(Manifestation.HUMAN_TRAFFICKING)
                            && facts.subjects().withCriminalData().contains(datum.subject()))) {
                return false;
            }
        }
        return true;
    }

    /** G15. */
    static boolean bsnOfPerson(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).category() == DataCategory.BSN) {
                Subject subject = find(facts, data.get(i).subject());
                if (subject != null && subject.kind() != SubjectKind.PERSON) {
                    return false;
                }
            }
        }
        return true;
    }

    /** G27, G45. */
    static boolean unmarked(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            if (datum.marks().error() != null
                    || datum.marks().veto() != null
                            && !(datum.supplier()
                                            .equals(facts.actor().participant().id())
                                    && facts.actor().roles().contains(Role.WORKER))) {
                return false;
            }
        }
        return true;
    }

    /** G39. */
    static boolean withinItsTerm(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).destroyBy() != null
                    && facts.today().isAfter(data.get(i).destroyBy())) {
                return false;
            }
        }
        return true;
    }

    /** G48. */
    static boolean sourced(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            if (datum.category() == null
                    || blank(datum.field())
                    || datum.supplier() == null
                    || datum.firstProcessed() == null
                    || datum.destroyBy() == null
                    || blank(datum.source().basis())) {
                return false;
            }
        }
        return true;
    }

    /** G51 of data. */
    static boolean supplierActive(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (!isActive(facts, data.get(i).supplier())) {
                return false;
            }
        }
        return true;
    }

    /** G51 of a signal. */
    static boolean reporterActive(Facts facts) {
        return isActive(facts, facts.signal().reporter());
    }

    private static boolean isActive(Facts facts, String id) {
        Participant participant = participant(facts.region(), id);
        return participant != null && facts.activeKinds().contains(participant.kind());
    }

    private static Participant participant(Region region, String id) {
        return id == null ? null : region.participants().get(id);
    }

    /** G01 of data. */
    static boolean suppliesInTask(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (!inTask(facts, data.get(i).organ(), data.get(i).source().task())) {
                return false;
            }
        }
        return true;
    }

    /** G01 of a signal. */
    static boolean reportsInTask(Facts facts) {
        SignalContent content = facts.signal().content();
        return inTask(facts, content.organ(), content.task());
    }

    private static boolean inTask(Facts facts, Organ organ, String task) {
        return organ != null
                && facts.actor().participant().organs().contains(organ)
                && organ == facts.actor().account().organ()
                && task != null
                && organ.tasks().contains(task);
    }

    /** G07 of data. */
    static boolean dataLawfullyHeld(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (!data.get(i).source().lawfullyHeld()) {
                return false;
            }
        }
        return true;
    }

    /** G41 per dossier: a draft is its reporter's alone. */
    static boolean reportersDraft(Facts facts) {
        Signal signal = facts.signal();
        return signal != null
                && signal.state() == SignalState.DRAFT
                && signal.reporter().equals(facts.actor().participant().id());
    }

    /** G41 per dossier. */
    static boolean needsSignal(Facts facts) {
        Signal signal = facts.signal();
        if (signal == null || signal.state() == SignalState.DRAFT) {
            return false;
        }
        if (facts.actor().roles().contains(Role.CASE_DIRECTOR)) {
            return true;
        }
        String participant = facts.actor().participant().id();
        if (signal.reporter().equals(participant)) {
            return true;
        }
        if (facts.act() == Act.ASK_RECOGNITION) {
            return false;
        }
        boolean stillOpen = signal.state() == SignalState.ASKED || signal.state() == SignalState.RECOGNISED;
        List<Recognition> recognitions = signal.recognitions();
        for (int i = 0; i < recognitions.size(); i++) {
            Recognition recognition = recognitions.get(i);
            if (recognition.participant().equals(participant)
                    && (recognition.outcome() == Recognition.Outcome.RECOGNISED
                            || recognition.outcome() == Recognition.Outcome.OPEN && stillOpen)) {
                return true;
            }
        }
        return false;
    }

    /** The lifecycle. */
    static boolean stillToBeRecognised(Facts facts) {
        return switch (facts.signal().state()) {
            case REPORTED, ASKED, RECOGNISED -> true;
            default -> false;
        };
    }

    /** G02 of who is asked. */
    static boolean askedTakesPart(Facts facts) {
        return facts.asked() instanceof Asked.Towards towards
                && towards.participant() != null
                && towards.participant().isDesignated();
    }

    /** G16. */
    static boolean askedIsAnother(Facts facts) {
        Participant asked = ((Asked.Towards) facts.asked()).participant();
        Participant reporter = participant(facts.region(), facts.signal().reporter());
        return reporter != null && !asked.id().equals(reporter.id()) && !(ofTax(asked) && ofTax(reporter));
    }

    private static boolean ofTax(Participant participant) {
        return participant.organs().contains(Organ.BELASTINGDIENST)
                || participant.organs().contains(Organ.DOUANE);
    }

    /** G11, G13 of a signal. */
    static boolean signalWithinPhaseOne(Facts facts) {
        PoliceBasis police = facts.signal().content().police();
        return police == null || !ofPhaseThree(police.wpgClass());
    }

    /** G28, G13 of a signal. */
    static boolean signalPoliceAgreed(Facts facts) {
        SignalContent content = facts.signal().content();
        return content.police() == null
                ? content.organ() != Organ.POLITIE && content.organ() != Organ.KMAR
                : agreed(content.police());
    }

    /** G03. */
    static boolean observed(Facts facts) {
        Observation observation = facts.signal().content().observation();
        return !blank(observation.what())
                && observation.date() != null
                && !observation.date().isAfter(facts.today())
                && observation.place() != null
                && !(blank(observation.place().description())
                        && blank(observation.place().town())
                        && blank(observation.place().postcode()))
                && !blank(observation.observedBy())
                && !blank(facts.signal().content().task());
    }

    /** G04; where it was published is free text and left out. */
    static boolean manifested(Facts facts) {
        SignalContent content = facts.signal().content();
        return content.manifestation() != null
                && (content.manifestation() != Manifestation.DESIGNATED
                        || !blank(content.manifestationDecision()) && !blank(content.manifestationPublication()));
    }

    /** G05. */
    static boolean explained(Facts facts) {
        Criteria criteria = facts.signal().content().criteria();
        return !blank(criteria.indications())
                && !blank(criteria.manifestation())
                && !blank(criteria.necessity())
                && !blank(criteria.jointApproach())
                && !blank(criteria.region())
                && facts.signal().content().qualityTested();
    }

    /** G06. */
    static boolean inRegion(Facts facts) {
        String municipality = facts.signal().content().observation().place().municipality();
        return municipality != null && facts.region().municipalities().containsKey(municipality);
    }

    /** G07 of a signal. */
    static boolean signalLawfullyHeld(Facts facts) {
        return facts.signal().content().lawfullyHeld();
    }

    /** G20. */
    static boolean votesWithReason(Facts facts) {
        return facts.asked() instanceof Asked.Deciding deciding && !blank(deciding.reason());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
