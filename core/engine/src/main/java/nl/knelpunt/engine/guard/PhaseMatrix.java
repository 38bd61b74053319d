package nl.knelpunt.engine.guard;

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

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
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
    /** The rijksbelastingdienst with all its parts; FIOD counts as one until a jurist says otherwise. */
    private static final Set<Organ> NOT_TAX = EnumSet.complementOf(EnumSet.of(BELASTINGDIENST, DOUANE, FIOD));

    private record Row(int phase, Set<Organ> suppliers) {}

    private static final Map<DataCategory, Row> ROWS = new EnumMap<>(Map.ofEntries(
            row(DataCategory.IDENTIFICATION, 1, ANY),
            row(DataCategory.CONTACT, 1, ANY),
            row(DataCategory.BSN, 1, ANY),
            row(DataCategory.RESIDENCE_STATUS, 1, EnumSet.of(IND)),
            row(DataCategory.HOUSING, 1, ANY),
            row(DataCategory.VEHICLE, 1, ANY),
            row(DataCategory.FINANCIAL, 1, NOT_TAX),
            row(DataCategory.CADASTRAL, 1, ANY),
            row(DataCategory.COMPANY, 1, ANY),
            row(DataCategory.INCOME, 1, NOT_TAX),
            row(DataCategory.BUSINESS_RELATIONS, 1, ANY),
            row(DataCategory.PERMITS, 1, EnumSet.of(BURGEMEESTER, COLLEGE, PROVINCIE, UWV, NVWA)),
            row(DataCategory.SUPERVISION, 1, ANY),
            row(DataCategory.FISCAL, 2, EnumSet.of(BELASTINGDIENST, DOUANE, BURGEMEESTER, COLLEGE)),
            row(DataCategory.POLICE_8_13, 2, EnumSet.of(POLITIE, KMAR, FIOD, NLA, NVWA)),
            row(DataCategory.JUDICIAL, 2, EnumSet.of(OM)),
            row(DataCategory.SEXUAL_BEHAVIOUR, 2, ANY),
            row(DataCategory.POLICE_9_10, 3, EnumSet.of(POLITIE, KMAR, FIOD, NLA, NVWA))));

    private PhaseMatrix() {}

    /** Whether an organ may supply a category in a phase; {@link #SIGNAL} takes what phase 1 takes. */
    public static boolean allows(DataCategory category, Organ supplier, int phase) {
        Row row = ROWS.get(category);
        return row != null && row.suppliers.contains(supplier) && row.phase == (phase == SIGNAL ? 1 : phase);
    }

    private static Map.Entry<DataCategory, Row> row(DataCategory category, int phase, Set<Organ> suppliers) {
        return Map.entry(category, new Row(phase, suppliers));
    }
}
