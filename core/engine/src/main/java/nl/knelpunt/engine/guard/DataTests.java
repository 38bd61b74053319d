package nl.knelpunt.engine.guard;

import static nl.knelpunt.api.vocabulary.WpgClass.ARTICLE_10_1_A;
import static nl.knelpunt.api.vocabulary.WpgClass.ARTICLE_10_1_B;
import static nl.knelpunt.api.vocabulary.WpgClass.ARTICLE_10_1_C;
import static nl.knelpunt.api.vocabulary.WpgClass.ARTICLE_12;
import static nl.knelpunt.api.vocabulary.WpgClass.ARTICLE_13;
import static nl.knelpunt.api.vocabulary.WpgClass.ARTICLE_14;
import static nl.knelpunt.api.vocabulary.WpgClass.ARTICLE_8;
import static nl.knelpunt.api.vocabulary.WpgClass.ARTICLE_9;
import static nl.knelpunt.engine.guard.Fault.at;
import static nl.knelpunt.engine.guard.Fault.blank;
import static nl.knelpunt.engine.guard.Fault.unless;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.dossier.BibobBasis;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.signal.PoliceBasis;

/** The rules on data: party, category, phase, source, circle, sector law, and what was said of a datum since. */
final class DataTests {

    private static final Set<WpgClass> NEVER = EnumSet.of(ARTICLE_10_1_B, ARTICLE_12, ARTICLE_14);
    private static final Set<WpgClass> DAILY = EnumSet.of(ARTICLE_8, ARTICLE_13);
    private static final Set<WpgClass> PHASE_3 = EnumSet.of(ARTICLE_9, ARTICLE_10_1_A, ARTICLE_10_1_C);

    /** Those that apply the Wet Bibob. */
    private static final Set<Organ> APPLIES_BIBOB = EnumSet.of(Organ.BURGEMEESTER, Organ.COLLEGE, Organ.PROVINCIE);
    /** Years after which a Bibob advice may not be used any more (Wet Bibob 29). */
    private static final int BIBOB_YEARS = 5;

    /** Facial images and fingerprints of the aliens' administration, as fields are named (G31). */
    private static final Set<String> BIOMETRIC_FIELDS =
            Set.of("gezichtsopname", "gezichtsopnames", "pasfoto", "foto", "vingerafdruk", "vingerafdrukken");

    /** Human trafficking with illegal prostitution and exploitation: the only theme of sexual behaviour (Bgs 2.15; G10). */
    private static final Manifestation TRAFFICKING = Manifestation.HUMAN_TRAFFICKING;

    private DataTests() {}

    /** G01 of who acts: a party without exchange reports, supplies and carries out nothing. */
    static Fault actorTakesPart(Facts facts) {
        return isParty(facts.actor().participant()) ? at("participant", null) : null;
    }

    /** G02 of who sees or receives. */
    static Fault receiverTakesPart(Facts facts) {
        return isParty(facts.actor().participant()) ? Fault.whole() : null;
    }

    private static boolean isParty(Participant participant) {
        return participant != null && !participant.isDesignated();
    }

    /** G01 of data that are supplied. */
    static Fault supplierTakesPart(Facts facts) {
        Fault fault = null;
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            fault = taskIsListed(
                    facts, data.get(i).organ(), data.get(i).source().task(), fault);
        }
        return fault;
    }

    static Fault taskIsListed(Facts facts, Organ organ, String task, Fault before) {
        Participant participant = facts.actor().participant();
        if (isParty(participant)) {
            return before;
        }
        if (organ == null
                || participant == null
                || !participant.organs().contains(organ)
                || facts.actor().account() == null
                || organ != facts.actor().account().organ()) {
            return at("organ", before);
        }
        return task == null || !organ.tasks().contains(task) ? at("task", before) : before;
    }

    /** G07. */
    static Fault lawfullyHeld(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (!data.get(i).source().lawfullyHeld()) {
                return at("lawfullyHeld", null);
            }
        }
        return null;
    }

    /** G08. */
    static Fault noNationality(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).category() == DataCategory.NATIONALITY
                    && blank(data.get(i).source().unavoidable())) {
                return at("unavoidable", null);
            }
        }
        return null;
    }

    /** G09. */
    static Fault noSpecialCategories(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).category() == DataCategory.SPECIAL) {
                return at("category", null);
            }
        }
        return null;
    }

    /** G10: only of trafficking, from phase 2 on, in addition to data of a criminal nature about the same person. */
    static Fault sexualBehaviourInItsPlace(Facts facts) {
        Fault fault = null;
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            if (datum.category() == DataCategory.SEXUAL_BEHAVIOUR) {
                if (!facts.knelpunt().proposal().manifestations().contains(TRAFFICKING)) {
                    fault = at("category", fault);
                }
                if (!facts.subjects().withCriminalData().contains(datum.subject())) {
                    fault = at("subject", fault);
                }
            }
        }
        return fault;
    }

    /** G11. */
    static Fault categoryFromAllowedSource(Facts facts) {
        Fault fault = null;
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            DataCategory category = datum.category();
            if (category == null
                    || category == DataCategory.NATIONALITY
                    || category == DataCategory.SPECIAL
                    || datum.organ() == null) {
                continue;
            }
            boolean classBelongsElsewhere = datum.police() != null
                    && datum.police().wpgClass() != null
                    && PHASE_3.contains(datum.police().wpgClass())
                    && category != DataCategory.POLICE_9_10;
            if (classBelongsElsewhere || !PhaseMatrix.allows(category, datum.organ(), datum.phase(), facts.policy())) {
                fault = notFrom(facts, datum.supplier(), category, datum.phase(), "category", fault);
            }
        }
        return fault;
    }

    static Fault notFrom(Facts facts, String supplier, DataCategory category, int phase, String field, Fault before) {
        return at(
                field,
                () -> Map.of(
                        "c", category.label(),
                        "d", same(facts.nameOf(supplier)),
                        "f", phase == PhaseMatrix.SIGNAL ? new Text("signaal", "signal") : same(String.valueOf(phase))),
                before);
    }

    /** G12 of data. */
    static Fault phaseTwoIsOpen(Facts facts) {
        return holds(facts, 2) && !isOpen(facts, 2) ? at("phase", null) : null;
    }

    /** G13 of data. */
    static Fault phaseThreeIsOpen(Facts facts) {
        Knelpunt knelpunt = facts.knelpunt();
        return holds(facts, 3) && !(KnelpuntTests.mayHavePhaseThree(knelpunt) && isOpen(facts, 2) && isOpen(facts, 3))
                ? at("phase", null)
                : null;
    }

    /** For who acts, and of a request for data for who is to supply too. The bureau works for whomever it is open for. */
    private static boolean isOpen(Facts facts, int phase) {
        Knelpunt knelpunt = facts.knelpunt();
        Actor actor = facts.actor();
        boolean isOpen = actor.isBureau() || actor.participant() == null
                ? knelpunt.isPhaseOpen(phase)
                : knelpunt.isPhaseOpenFor(phase, actor.participant().id());
        return isOpen
                && (facts.act() != Act.REQUEST_DATA
                        || facts.data().isEmpty()
                        || knelpunt.isPhaseOpenFor(phase, facts.data().get(0).supplier()));
    }

    private static boolean holds(Facts facts, int phase) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).phase() == phase) {
                return true;
            }
        }
        return false;
    }

    /** G13: articles 10(1)(b) and 12 Wpg, in whatever phase. */
    static Fault nothingNeverListed(Facts facts) {
        Fault fault = null;
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            fault = neverListed(data.get(i).police(), fault);
        }
        return fault;
    }

    static Fault neverListed(PoliceBasis police, Fault before) {
        return police != null && (police.wpgClass() == ARTICLE_10_1_B || police.wpgClass() == ARTICLE_12)
                ? at("police.wpgClass", before)
                : before;
    }

    /** G14: signal subjects, or one step from them with the reason. */
    static Fault withinTheCircle(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Subject subject = find(facts, data.get(i).subject());
            if (subject == null || subject.isPerson() && !isInCircle(facts, subject)) {
                return at("subject", null);
            }
        }
        return null;
    }

    private static boolean isInCircle(Facts facts, Subject subject) {
        if (subject.circleOf() == null) {
            boolean isNew = facts.asked() instanceof Asked.About about && subject.equals(about.newSubject());
            return facts.act().concerns() == Act.Concerns.SIGNAL || !isNew;
        }
        if (blank(subject.circleReason())) {
            return false;
        }
        Subject of = find(facts, subject.circleOf());
        return of != null && of.isPerson() && of.circleOf() == null;
    }

    /** Null when nobody of this dossier has this id. */
    static Subject find(Facts facts, UUID id) {
        if (facts.asked() instanceof Asked.About about
                && about.newSubject() != null
                && about.newSubject().id().equals(id)) {
            return about.newSubject();
        }
        return facts.subjects().find(id);
    }

    /** G15 of what is supplied: only a person has a BSN. */
    static Fault bsnOfAPerson(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).category() == DataCategory.BSN) {
                Subject subject = find(facts, data.get(i).subject());
                if (subject != null && subject.kind() != SubjectKind.PERSON) {
                    return at("subject", null);
                }
            }
        }
        return null;
    }

    /** G15 of looking: a BSN is unmasked for the purpose of Wgs 2.17 only, and nothing else is revealed this way. */
    static Fault bsnForThePurpose(Facts facts) {
        Fault fault = facts.asked() instanceof Asked.Revealing revealing
                ? unless(revealing.necessity(), "necessity", null)
                : at("necessity", null);
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).category() != DataCategory.BSN) {
                fault = at("datum", fault);
            }
        }
        return fault;
    }

    /** G28 of data: all that police and marechaussee supply, and all that is called police data or has a Wpg class. */
    static Fault policeDataAgreed(Facts facts) {
        Fault fault = null;
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            boolean policeData = datum.police() != null
                    || datum.organ() == Organ.POLITIE
                    || datum.organ() == Organ.KMAR
                    || datum.category() == DataCategory.POLICE_8_13
                    || datum.category() == DataCategory.POLICE_9_10;
            if (policeData) {
                boolean wrongClass = datum.police() != null
                        && datum.police().wpgClass() != null
                        && (datum.category() == DataCategory.POLICE_8_13
                                        && !DAILY.contains(datum.police().wpgClass())
                                || datum.category() == DataCategory.POLICE_9_10
                                        && !PHASE_3.contains(datum.police().wpgClass()));
                fault = agreed(datum.police(), wrongClass, fault);
            }
        }
        return fault;
    }

    static Fault agreed(PoliceBasis police, boolean wrongClass, Fault before) {
        Fault fault = before;
        if (police == null || police.wpgClass() == null || NEVER.contains(police.wpgClass()) || wrongClass) {
            fault = at("police.wpgClass", fault);
        }
        return police == null || blank(police.agreement()) ? at("police.agreement", fault) : fault;
    }

    static boolean isOfPhaseThree(WpgClass wpgClass) {
        return wpgClass != null && PHASE_3.contains(wpgClass);
    }

    /** G29: all that the prosecution supplies has its article, and nobody else supplies under the Wjsg. */
    static Fault prosecutionDataTagged(Facts facts) {
        Fault fault = null;
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            boolean ofProsecution = datum.organ() == Organ.OM;
            boolean underWjsg =
                    datum.category() == DataCategory.JUDICIAL || datum.source().wjsg() != null;
            if ((ofProsecution || underWjsg) && datum.source().wjsg() == null) {
                fault = at("wjsg", fault);
            }
            if (underWjsg && !ofProsecution && datum.organ() != null) {
                fault = at("organ", fault);
            }
        }
        return fault;
    }

    /** G30 of what is supplied: by a body that applies the Wet Bibob, to one participant that supports it, for five years. */
    static Fault bibobInSupport(Facts facts) {
        Fault fault = null;
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            BibobBasis bibob = data.get(i).source().bibob();
            if (bibob != null) {
                if (data.get(i).organ() != null
                        && !APPLIES_BIBOB.contains(data.get(i).organ())) {
                    fault = at("organ", fault);
                }
                if (bibob.advice() == null || bibob.advice().isAfter(facts.today()) || isOld(bibob, facts)) {
                    fault = at("bibob.advice", fault);
                }
                if (facts.region().find(bibob.supports()) == null) {
                    fault = at("bibob.supports", fault);
                }
                fault = unless(bibob.how(), "bibob.how", fault);
            }
        }
        return fault;
    }

    /** G30 of looking: only the supplier and the participant that supports it, and never in an analysis or another dossier. */
    static Fault bibobForItsOwnUse(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            BibobBasis bibob = data.get(i).source().bibob();
            if (bibob != null) {
                boolean own = facts.actor().isOf(data.get(i).supplier())
                        || facts.actor().isOf(bibob.supports());
                boolean looksOnly = facts.act() == Act.SEE_DATA || facts.act() == Act.SEE_SIGNAL;
                if (!own || !looksOnly || isOld(bibob, facts)) {
                    return at("bibob", null);
                }
            }
        }
        return null;
    }

    private static boolean isOld(BibobBasis bibob, Facts facts) {
        return bibob.advice() != null && facts.today().isAfter(bibob.advice().plusYears(BIBOB_YEARS));
    }

    /** G31. */
    static Fault noBiometricsOfAliens(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            if (datum.organ() == Organ.IND
                    && datum.field() != null
                    && BIOMETRIC_FIELDS.contains(datum.field().toLowerCase(Locale.ROOT))) {
                return at("field", null);
            }
        }
        return null;
    }

    /** G48. */
    static Fault carriesItsSource(Facts facts) {
        Fault fault = null;
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            Datum datum = data.get(i);
            if (datum.category() == null) {
                fault = at("category", fault);
            }
            fault = unless(datum.field(), "field", fault);
            if (datum.supplier() == null || datum.firstProcessed() == null || datum.destroyBy() == null) {
                fault = at("supplier", fault);
            }
            if (facts.act() != Act.ADD_DRAFT_DATUM) {
                fault = unless(datum.source().basis(), "basis", fault);
            }
        }
        return fault;
    }

    /** G51. */
    static Fault supplierIsActive(Facts facts) {
        Fault fault = null;
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (facts.isFrozen(data.get(i).supplier())) {
                fault = Fault.at(null, named(facts, data.get(i).supplier()), fault);
            }
        }
        return fault;
    }

    static Fault moduleIsActive(Facts facts, String participant) {
        return facts.isFrozen(participant) ? Fault.whole(named(facts, participant)) : null;
    }

    static Supplier<Map<String, Text>> named(Facts facts, String participant) {
        return () -> Map.of("deelnemer", same(facts.nameOf(participant)));
    }

    /** G45. */
    static Fault notReportedWrong(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).marks().error() != null) {
                return Fault.whole();
            }
        }
        return null;
    }

    /** G27 of looking and taking over: what its supplier blocked only its supplier sees. */
    static Fault notVetoed(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).marks().veto() != null
                    && !facts.actor().isOf(data.get(i).supplier())) {
                return Fault.whole();
            }
        }
        return null;
    }

    /** G39: past its last day a datum is used for nothing, held or not. */
    static Fault withinItsTerm(Facts facts) {
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).destroyBy() != null
                    && facts.today().isAfter(data.get(i).destroyBy())) {
                return Fault.whole();
            }
        }
        return null;
    }

    /** G39: destruction is put off only on a ground that the law knows. */
    static Fault heldOnAGround(Facts facts) {
        Asked.Holding holding = (Asked.Holding) facts.asked();
        Fault fault = holding.ground() == null ? at("ground", null) : null;
        return unless(holding.reason(), "reason", fault);
    }

    /** G40: what was not taken up is destroyed, so nothing of it is kept or taken over. */
    static Fault takenUp(Facts facts) {
        boolean rejected = facts.knelpunt().state() == KnelpuntState.REJECTED
                || facts.asked() instanceof Asked.Reusing reusing
                        && reusing.from() != null
                        && reusing.from().state() == KnelpuntState.REJECTED;
        return rejected ? Fault.whole() : null;
    }

    /** G50: a decision of its own; data that need their source's agreement are taken over by that source itself. */
    static Fault reusedOnADecision(Facts facts) {
        Asked.Reusing reusing = (Asked.Reusing) facts.asked();
        Fault fault = unless(reusing.necessity(), "necessity", null);
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            if (needsConsent(data.get(i)) && !facts.actor().isOf(data.get(i).supplier())) {
                fault = at("datum", fault);
            }
            fault = HandlingTests.takenOverByItsSource(facts, data.get(i), fault);
        }
        return fault;
    }

    /** Special categories and data of a criminal nature (Wgs 1.7(3), 2.20(2)). */
    static boolean needsConsent(Datum datum) {
        return datum.has(OriginFlag.CRIMINAL) || datum.has(OriginFlag.SPECIAL);
    }

    static Text same(String text) {
        return new Text(text, text);
    }
}
