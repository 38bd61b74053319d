package nl.knelpunt.engine.component;

import static nl.knelpunt.api.vocabulary.OriginFlag.CRIMINAL;
import static nl.knelpunt.api.vocabulary.OriginFlag.JUDICIAL;
import static nl.knelpunt.api.vocabulary.OriginFlag.POLICE;
import static nl.knelpunt.api.vocabulary.OriginFlag.SPECIAL;
import static nl.knelpunt.api.vocabulary.OriginFlag.TAX;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.engine.participant.Organ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes with a datum for ever, because the law treats it differently (Wgs 1.7(3), (6)). */
class OriginsTest {

    @ParameterizedTest
    @EnumSource(Organ.class)
    void theSupplierMakesItTaxOrPoliceData(Organ organ) {
        Set<OriginFlag> expected = switch (organ) {
            case BELASTINGDIENST, DOUANE -> EnumSet.of(TAX);
            case POLITIE, KMAR -> EnumSet.of(POLICE);
            default -> EnumSet.noneOf(OriginFlag.class);
        };
        assertEquals(expected, Candidate.origins(organ, DataCategory.VEHICLE, false, false));
    }

    @ParameterizedTest
    @EnumSource(DataCategory.class)
    void theCategoryMakesItCriminalJudicialOrSpecial(DataCategory category) {
        Set<OriginFlag> expected = switch (category) {
            case POLICE_8_13, POLICE_9_10 -> EnumSet.of(POLICE, CRIMINAL);
            case JUDICIAL -> EnumSet.of(JUDICIAL, CRIMINAL);
            case SEXUAL_BEHAVIOUR, SPECIAL -> EnumSet.of(SPECIAL);
            default -> EnumSet.noneOf(OriginFlag.class);
        };
        assertEquals(expected, Candidate.origins(Organ.NVWA, category, false, false));
    }

    @Test
    void bothCount() {
        assertEquals(
                EnumSet.of(POLICE, SPECIAL),
                Candidate.origins(Organ.KMAR, DataCategory.SEXUAL_BEHAVIOUR, false, false));
    }

    @Test
    void theyStandWithTheDatum() {
        House house = new House();
        var knelpunt = house.designated();
        assertEquals(EnumSet.of(POLICE), house.store.dataOf(knelpunt).get(0).origins());
    }
}
