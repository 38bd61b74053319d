package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.signal.WpgClass.ARTICLE_10_1_A;
import static nl.knelpunt.engine.signal.WpgClass.ARTICLE_10_1_B;
import static nl.knelpunt.engine.signal.WpgClass.ARTICLE_10_1_C;
import static nl.knelpunt.engine.signal.WpgClass.ARTICLE_12;
import static nl.knelpunt.engine.signal.WpgClass.ARTICLE_13;
import static nl.knelpunt.engine.signal.WpgClass.ARTICLE_14;
import static nl.knelpunt.engine.signal.WpgClass.ARTICLE_8;
import static nl.knelpunt.engine.signal.WpgClass.ARTICLE_9;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.engine.signal.WpgClass;

/** The rules on data: party, category, phase, source, circle, police, and the source that goes with every datum. */
final class DataTests {

    private static final Set<WpgClass> NEVER = EnumSet.of(ARTICLE_10_1_B, ARTICLE_12, ARTICLE_14);
    private static final Set<WpgClass> DAILY = EnumSet.of(ARTICLE_8, ARTICLE_13);
    private static final Set<WpgClass> PHASE_3 = EnumSet.of(ARTICLE_9, ARTICLE_10_1_A, ARTICLE_10_1_C);

    private DataTests() {}

    /** G01 of who acts: a party without exchange reports, supplies and carries out nothing. */
    static void actorTakesPart(Facts facts, Findings findings) {
        Participant participant = facts.actor().participant();
        if (participant != null && !participant.isDesignated()) {
            findings.refuse("participant");
        }
    }

    /** G02 of who sees or receives. */
    static void receiverTakesPart(Facts facts, Findings findings) {
        Participant participant = facts.actor().participant();
        if (participant != null && !participant.isDesignated()) {
            findings.refuse();
        }
    }

    /** G01 of data that are supplied. */
    static void supplierTakesPart(Facts facts, Findings findings) {
        for (Datum datum : facts.data()) {
            taskIsListed(facts, datum.organ(), datum.task(), findings);
        }
    }

    static void taskIsListed(Facts facts, Organ organ, String task, Findings findings) {
        Participant participant = facts.actor().participant();
        if (participant != null && !participant.isDesignated()) {
            return;
        }
        if (organ == null
                || participant == null
                || !participant.organs().contains(organ)
                || facts.actor().account() == null
                || organ != facts.actor().account().organ()) {
            findings.refuse("organ");
        } else if (task == null || !organ.tasks().contains(task)) {
            findings.refuse("task");
        }
    }

    /** G07. */
    static void lawfullyHeld(Facts facts, Findings findings) {
        if (facts.data().stream().anyMatch(d -> !d.lawfullyHeld())) {
            findings.refuse("lawfullyHeld");
        }
    }

    /** G08. */
    static void noNationality(Facts facts, Findings findings) {
        for (Datum datum : facts.data()) {
            if (datum.category() == DataCategory.NATIONALITY && blank(datum.unavoidable())) {
                findings.refuse("unavoidable");
            }
        }
    }

    /** G09. */
    static void noSpecialCategories(Facts facts, Findings findings) {
        if (facts.data().stream().anyMatch(d -> d.category() == DataCategory.SPECIAL)) {
            findings.refuse("category");
        }
    }

    /** G11. */
    static void categoryFromAllowedSource(Facts facts, Findings findings) {
        for (Datum datum : facts.data()) {
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
            if (!PhaseMatrix.allows(category, datum.organ(), datum.phase()) || classBelongsElsewhere) {
                findings.refuse(
                        "category",
                        Map.of(
                                "c", category.label(),
                                "d", same(facts.nameOf(datum.supplier())),
                                "f",
                                        datum.phase() == PhaseMatrix.SIGNAL
                                                ? new Text("signaal", "signal")
                                                : same(String.valueOf(datum.phase()))));
            }
        }
    }

    /** G12. */
    static void phaseTwoIsOpen(Facts facts, Findings findings) {
        if (facts.asked() instanceof Asked.Opening opening) {
            if (opening.phase() == 2 && blank(opening.necessity())) {
                findings.refuse("necessity");
            }
        } else if (!facts.knelpunt().isPhaseOpen(2) && facts.data().stream().anyMatch(d -> d.phase() == 2)) {
            findings.refuse("phase");
        }
    }

    /** G13. */
    static void phaseThreeIsOpen(Facts facts, Findings findings) {
        if (facts.asked() instanceof Asked.Opening opening) {
            if (opening.phase() == 3 && blank(opening.necessity())) {
                findings.refuse("necessity");
            }
            if (opening.phase() == 3 && !facts.knelpunt().isPhaseOpen(2)) {
                findings.refuse("phase");
            }
            return;
        }
        for (Datum datum : facts.data()) {
            boolean closed = datum.phase() == 3
                    && (facts.knelpunt() == null
                            || !facts.knelpunt().isPhaseOpen(2)
                            || !facts.knelpunt().isPhaseOpen(3));
            if (closed) {
                findings.refuse("phase");
            }
        }
    }

    /** G13: articles 10(1)(b) and 12 Wpg, in whatever phase. */
    static void nothingNeverListed(Facts facts, Findings findings) {
        for (Datum datum : facts.data()) {
            neverListed(datum.police(), findings);
        }
    }

    static void neverListed(PoliceBasis police, Findings findings) {
        if (police != null && (police.wpgClass() == ARTICLE_10_1_B || police.wpgClass() == ARTICLE_12)) {
            findings.refuse("police.wpgClass");
        }
    }

    /** G14: signal subjects, or one step from them with the reason. */
    static void withinTheCircle(Facts facts, Findings findings) {
        for (Datum datum : facts.data()) {
            Optional<Subject> subject = find(facts, datum.subject());
            if (subject.isEmpty()) {
                findings.refuse("subject");
            } else if (subject.get().isPerson() && !isInCircle(facts, subject.get())) {
                findings.refuse("subject");
            }
        }
    }

    private static boolean isInCircle(Facts facts, Subject subject) {
        if (subject.circleOf() == null) {
            boolean isNew = facts.asked() instanceof Asked.About about && subject.equals(about.newSubject());
            return facts.act().concerns() == Act.Concerns.SIGNAL || !isNew;
        }
        return !blank(subject.circleReason())
                && find(facts, subject.circleOf())
                        .map(of -> of.isPerson() && of.circleOf() == null)
                        .orElse(false);
    }

    private static Optional<Subject> find(Facts facts, UUID subject) {
        if (facts.asked() instanceof Asked.About about
                && about.newSubject() != null
                && about.newSubject().id().equals(subject)) {
            return Optional.of(about.newSubject());
        }
        return facts.subjects().stream().filter(s -> s.id().equals(subject)).findFirst();
    }

    /** G28 of data: all that police and marechaussee supply, and all that is called police data or has a Wpg class. */
    static void policeDataAgreed(Facts facts, Findings findings) {
        for (Datum datum : facts.data()) {
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
                agreed(datum.police(), wrongClass, findings);
            }
        }
    }

    static void agreed(PoliceBasis police, boolean wrongClass, Findings findings) {
        if (police == null || police.wpgClass() == null || NEVER.contains(police.wpgClass()) || wrongClass) {
            findings.refuse("police.wpgClass");
        }
        if (police == null || blank(police.agreement())) {
            findings.refuse("police.agreement");
        }
    }

    static boolean isOfPhaseThree(WpgClass wpgClass) {
        return wpgClass != null && PHASE_3.contains(wpgClass);
    }

    /** G48. */
    static void carriesItsSource(Facts facts, Findings findings) {
        for (Datum datum : facts.data()) {
            if (datum.category() == null) {
                findings.refuse("category");
            }
            if (blank(datum.field())) {
                findings.refuse("field");
            }
            if (datum.supplier() == null || datum.firstProcessed() == null || datum.destroyBy() == null) {
                findings.refuse("supplier");
            }
            if (facts.act() != Act.ADD_DRAFT_DATUM && blank(datum.basis())) {
                findings.refuse("basis");
            }
        }
    }

    /** G51. */
    static void supplierIsActive(Facts facts, Findings findings) {
        for (Datum datum : facts.data()) {
            moduleIsActive(facts, datum.supplier(), findings);
        }
    }

    static void moduleIsActive(Facts facts, String participant, Findings findings) {
        if (facts.isFrozen(participant)) {
            findings.refuse(null, Map.of("deelnemer", same(facts.nameOf(participant))));
        }
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    static Text same(String text) {
        return new Text(text, text);
    }
}
