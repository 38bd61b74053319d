package nl.knelpunt.engine.guard;

import static nl.knelpunt.api.vocabulary.DataCategory.BSN;
import static nl.knelpunt.api.vocabulary.DataCategory.BUSINESS_RELATIONS;
import static nl.knelpunt.api.vocabulary.DataCategory.CADASTRAL;
import static nl.knelpunt.api.vocabulary.DataCategory.COMPANY;
import static nl.knelpunt.api.vocabulary.DataCategory.CONTACT;
import static nl.knelpunt.api.vocabulary.DataCategory.FINANCIAL;
import static nl.knelpunt.api.vocabulary.DataCategory.FISCAL;
import static nl.knelpunt.api.vocabulary.DataCategory.HOUSING;
import static nl.knelpunt.api.vocabulary.DataCategory.IDENTIFICATION;
import static nl.knelpunt.api.vocabulary.DataCategory.INCOME;
import static nl.knelpunt.api.vocabulary.DataCategory.JUDICIAL;
import static nl.knelpunt.api.vocabulary.DataCategory.PERMITS;
import static nl.knelpunt.api.vocabulary.DataCategory.POLICE_8_13;
import static nl.knelpunt.api.vocabulary.DataCategory.POLICE_9_10;
import static nl.knelpunt.api.vocabulary.DataCategory.RESIDENCE_STATUS;
import static nl.knelpunt.api.vocabulary.DataCategory.SEXUAL_BEHAVIOUR;
import static nl.knelpunt.api.vocabulary.DataCategory.SUPERVISION;
import static nl.knelpunt.api.vocabulary.DataCategory.VEHICLE;
import static nl.knelpunt.engine.participant.Organ.BELASTINGDIENST;
import static nl.knelpunt.engine.participant.Organ.BURGEMEESTER;
import static nl.knelpunt.engine.participant.Organ.COLLEGE;
import static nl.knelpunt.engine.participant.Organ.DOUANE;
import static nl.knelpunt.engine.participant.Organ.FIOD;
import static nl.knelpunt.engine.participant.Organ.IND;
import static nl.knelpunt.engine.participant.Organ.KMAR;
import static nl.knelpunt.engine.participant.Organ.NLA;
import static nl.knelpunt.engine.participant.Organ.NVWA;
import static nl.knelpunt.engine.participant.Organ.OM;
import static nl.knelpunt.engine.participant.Organ.POLITIE;
import static nl.knelpunt.engine.participant.Organ.PROVINCIE;
import static nl.knelpunt.engine.participant.Organ.UWV;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.participant.Organ;

/**
 * Which organ may supply which category in which phase (Wgs 2.22, 2.23(6); table of Bgs 2.15). What is not in it may not be
 * supplied. A signal holds phase-1 categories only.
 */
public final class PhaseMatrix {

    /** Phase of a datum that belongs to a signal. */
    public static final int SIGNAL = 0;

    private static final Set<Organ> ANY = EnumSet.allOf(Organ.class);
    /** The rijksbelastingdienst with all its parts. The law is unclear about the FIOD: the policy says whether it is one. */
    private static final Set<Organ> NOT_TAX = EnumSet.complementOf(EnumSet.of(BELASTINGDIENST, DOUANE));

    /**
     * @param category of data
     * @param phase from which it may be shared
     * @param suppliers that may share it
     */
    public record Row(DataCategory category, int phase, Set<Organ> suppliers) {}

    public static final List<Row> ROWS = List.of(
            new Row(IDENTIFICATION, 1, ANY),
            new Row(CONTACT, 1, ANY),
            new Row(BSN, 1, ANY),
            new Row(RESIDENCE_STATUS, 1, EnumSet.of(IND)),
            new Row(HOUSING, 1, ANY),
            new Row(VEHICLE, 1, ANY),
            new Row(FINANCIAL, 1, NOT_TAX),
            new Row(CADASTRAL, 1, ANY),
            new Row(COMPANY, 1, ANY),
            new Row(INCOME, 1, NOT_TAX),
            new Row(BUSINESS_RELATIONS, 1, ANY),
            new Row(PERMITS, 1, EnumSet.of(BURGEMEESTER, COLLEGE, PROVINCIE, UWV, NVWA)),
            new Row(SUPERVISION, 1, ANY),
            new Row(FISCAL, 2, EnumSet.of(BELASTINGDIENST, DOUANE, FIOD, BURGEMEESTER, COLLEGE)),
            new Row(POLICE_8_13, 2, EnumSet.of(POLITIE, KMAR, FIOD, NLA, NVWA)),
            new Row(JUDICIAL, 2, EnumSet.of(OM)),
            new Row(SEXUAL_BEHAVIOUR, 2, ANY),
            new Row(POLICE_9_10, 3, EnumSet.of(POLITIE, KMAR, FIOD, NLA, NVWA)));

    private static final Row[] BY_CATEGORY = new Row[DataCategory.values().length];

    static {
        ROWS.forEach(row -> BY_CATEGORY[row.category.ordinal()] = row);
    }

    private PhaseMatrix() {}

    /** Whether an organ may supply a category in a phase; {@link #SIGNAL} takes what phase 1 takes. */
    public static boolean allows(DataCategory category, Organ supplier, int phase, Policy policy) {
        Row row = BY_CATEGORY[category.ordinal()];
        return row != null
                && row.phase == (phase == SIGNAL ? 1 : phase)
                && row.suppliers.contains(supplier)
                && (supplier != FIOD || fiodMay(category, policy));
    }

    private static boolean fiodMay(DataCategory category, Policy policy) {
        return switch (category) {
            case FINANCIAL, INCOME -> policy.fiod() == Policy.Fiod.OTHER;
            case FISCAL -> policy.fiod() == Policy.Fiod.TAX_ADMINISTRATION;
            default -> true;
        };
    }
}
