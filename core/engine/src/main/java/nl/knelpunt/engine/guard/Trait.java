package nl.knelpunt.engine.guard;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.result.Provision;

/**
 * What a rule may look for: where there is none of it, the rule has nothing to say and is not asked. Most acts have few of
 * these and most rules look for one, so this is what makes a decision fast.
 */
enum Trait {
    /** There is an act: for rules that look at every act. */
    ANY,
    /** Who acts is or is of a party without exchange of data (G01, G02). */
    PARTY,
    /** Something in a text was not confirmed. */
    FOUND_IN_TEXT,
    NATIONALITY(DataCategory.NATIONALITY),
    SPECIAL_CATEGORY(DataCategory.SPECIAL),
    SEXUAL_BEHAVIOUR(DataCategory.SEXUAL_BEHAVIOUR),
    BSN(DataCategory.BSN),
    PHASE_2,
    PHASE_3,
    /** Supplied by police or marechaussee, called police data, or with a basis in the Wpg. */
    POLICE(EnumSet.of(DataCategory.POLICE_8_13, DataCategory.POLICE_9_10), Organ.POLITIE, Organ.KMAR),
    /** Supplied by the prosecution, called judicial, or with an article of the Wjsg. */
    PROSECUTION(EnumSet.of(DataCategory.JUDICIAL), Organ.OM),
    /** From a Bibob file. */
    BIBOB,
    /** Supplied by the aliens' administration. */
    IMMIGRATION(EnumSet.noneOf(DataCategory.class), Organ.IND),
    /** Reported as wrong. */
    ERROR,
    /** Blocked by its supplier. */
    VETO,
    /** Its supplier graded it. */
    GRADED,
    /** Flagged as coming from the police, wherever it went since. */
    FLAGGED_POLICE,
    /** The result at hand advises. */
    ADVICE,
    /** The result at hand was provided. */
    PROVIDED,
    /** The result at hand was provided and advises. */
    PROVIDED_ADVICE;

    private static final int[] OF_CATEGORY = new int[DataCategory.values().length];
    private static final int[] OF_ORGAN = new int[Organ.values().length];

    static {
        for (Trait trait : values()) {
            trait.categories.forEach(c -> OF_CATEGORY[c.ordinal()] |= trait.bit());
            trait.organs.forEach(o -> OF_ORGAN[o.ordinal()] |= trait.bit());
        }
    }

    private final Set<DataCategory> categories;
    private final Set<Organ> organs;

    Trait(DataCategory... categories) {
        this(Set.of(categories));
    }

    Trait(Set<DataCategory> categories, Organ... organs) {
        this.categories = categories;
        this.organs = Set.of(organs);
    }

    /** As one bit. */
    int bit() {
        return 1 << ordinal();
    }

    /** Of an act and all its data together, as bits. */
    static int of(Facts facts) {
        Participant participant = facts.actor().participant();
        int bits = ANY.bit();
        if (participant != null && !participant.isDesignated()) {
            bits |= PARTY.bit();
        }
        if (!facts.finds().isEmpty()) {
            bits |= FOUND_IN_TEXT.bit();
        }
        if (facts.papers().provision() != null) {
            bits |= of(facts.papers().provision());
        }
        List<Datum> data = facts.data();
        for (int i = 0; i < data.size(); i++) {
            bits |= of(data.get(i));
        }
        return bits;
    }

    private static int of(Provision provision) {
        boolean advises = provision.content().kind() != Provision.Kind.OTHER;
        if (provision.provided() == null) {
            return advises ? ADVICE.bit() : 0;
        }
        return PROVIDED.bit() | (advises ? ADVICE.bit() | PROVIDED_ADVICE.bit() : 0);
    }

    private static int of(Datum datum) {
        Source source = datum.source();
        int bits = datum.category() == null ? 0 : OF_CATEGORY[datum.category().ordinal()];
        if (source.organ() != null) {
            bits |= OF_ORGAN[source.organ().ordinal()];
        }
        if (datum.phase() == 2) {
            bits |= PHASE_2.bit();
        }
        if (datum.phase() == 3) {
            bits |= PHASE_3.bit();
        }
        if (source.police() != null) {
            bits |= POLICE.bit();
        }
        if (source.wjsg() != null) {
            bits |= PROSECUTION.bit();
        }
        if (source.bibob() != null) {
            bits |= BIBOB.bit();
        }
        if (datum.marks().error() != null) {
            bits |= ERROR.bit();
        }
        if (datum.marks().veto() != null) {
            bits |= VETO.bit();
        }
        if (source.grading() != null) {
            bits |= GRADED.bit();
        }
        if (datum.has(OriginFlag.POLICE)) {
            bits |= FLAGGED_POLICE.bit();
        }
        return bits;
    }
}
