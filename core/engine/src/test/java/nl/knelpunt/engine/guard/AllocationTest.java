package nl.knelpunt.engine.guard;

import static nl.knelpunt.engine.World.*;
import static nl.knelpunt.engine.guard.Scene.*;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.knelpunt.api.rule.Condition;
import nl.knelpunt.api.rule.Recipient;
import nl.knelpunt.api.rule.RuleMoment;
import nl.knelpunt.api.rule.SectorRule;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.api.vocabulary.Organ;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import org.junit.jupiter.api.Test;

/** A permit allocates nothing, however many rules a sector adds: every datum on every screen is judged. */
class AllocationTest {

    private static final int DECISIONS = 200;
    private static final int ROUNDS = 5;

    /** As many rules as a plugin may have, that look at everything and refuse nothing. */
    private static List<SectorRule> everyPredicate() {
        List<Condition> never = List.of(
                new Condition.CategoryIn(EnumSet.of(DataCategory.FISCAL)),
                new Condition.FieldIn(Set.of("vingerafdruk")),
                new Condition.PhaseIn(Set.of(3)),
                new Condition.OrganIn(EnumSet.of(Organ.OM)),
                new Condition.TaskIn(Set.of("wet-brp")),
                new Condition.OriginIn(EnumSet.of(OriginFlag.TAX)),
                new Condition.ManifestationIn(EnumSet.of(Manifestation.REAL_ESTATE)),
                new Condition.ActivityIn(EnumSet.of(Activity.SCAN)),
                new Condition.ObjectTypeIn(EnumSet.of(ObjectType.BRANCH)),
                new Condition.RecipientIn(EnumSet.of(Recipient.PRIVATE_PARTY)),
                new Condition.RecipientOrganIn(EnumSet.of(Organ.IND)),
                new Condition.ActorOrganIn(EnumSet.of(Organ.IND)),
                new Condition.OlderThanMonths(6),
                new Condition.BasisMissing(),
                new Condition.BasisMentions(Set.of("Vreemdelingenwet", "16(1)")),
                new Condition.PoliceClassIn(EnumSet.of(WpgClass.ARTICLE_13)),
                new Condition.SubjectKindIn(EnumSet.of(SubjectKind.OBJECT)),
                new Condition.SubjectInCircle());
        Condition neither = new Condition.All(
                List.of(new Condition.Any(never), new Condition.Not(new Condition.Any(never.subList(0, 2)))));
        List<SectorRule> rules = new ArrayList<>();
        for (int i = 0; i < SectorRule.MOST; i++) {
            Set<RuleMoment> looking = EnumSet.of(RuleMoment.LOOK, RuleMoment.REUSE);
            rules.add(SectorRulesTest.rule("P" + i, looking, neither));
        }
        return rules;
    }

    /** The first round loads classes and links calls. After that nothing is left, whether a method was compiled yet or not. */
    private static void assertAllocatesNothing(Facts facts) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        boolean permitted = true;
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && bytes >= DECISIONS; round++) {
            long before = threads.getThreadAllocatedBytes(self);
            for (int i = 0; i < DECISIONS; i++) {
                permitted &= Guard.decide(facts).isPermit();
            }
            bytes = threads.getThreadAllocatedBytes(self) - before;
        }
        assertTrue(permitted);
        assertTrue(bytes < DECISIONS, "bytes per decision: " + bytes / DECISIONS);
    }

    @Test
    void aPermitUnderTheLawAlone() {
        assertAllocatesNothing(
                seeingDatum(MAYORS_WORKER, OFFICER, DataCategory.VEHICLE, 1).facts());
    }

    @Test
    void aPermitUnderFiftyRulesOfASector() {
        Scene seeing = seeingDatum(MAYORS_WORKER, OFFICER, DataCategory.VEHICLE, 1);
        assertAllocatesNothing(
                SectorRulesTest.under(seeing, "police", everyPredicate().toArray(SectorRule[]::new))
                        .facts());
    }
}
