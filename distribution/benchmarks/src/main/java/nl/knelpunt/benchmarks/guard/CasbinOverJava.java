package nl.knelpunt.benchmarks.guard;

import com.googlecode.aviator.runtime.function.FunctionUtils;
import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.util.EnforceContext;
import org.casbin.jcasbin.util.function.CustomFunction;

/**
 * jCasbin with each rule as a function in Java, that of the hand-written predicate: its model only names them. No rule is in
 * the engine then; it shows what the engine costs by itself.
 */
final class CasbinOverJava implements Contestant {

    private static final String DATA = "lawfulCategory(r.f) && fromAllowedSource(r.f) && phaseOpen(r.f)"
            + " && withinCircle(r.f) && policeAgreed(r.f) && sourced(r.f) && supplierActive(r.f)"
            + " && prosecutionTagged(r.f) && withinItsTerm(r.f)";

    private static final Map<Act, String> MATCHERS = new EnumMap<>(Map.of(
            Act.SEE_DATA,
            "authorised(r.f) && involved(r.f) && designated(r.f) && withinTerm(r.f) && takesPart(r.f) && unmarked(r.f) && "
                    + DATA,
            Act.SHARE_DATUM,
            "authorised(r.f) && involved(r.f) && designated(r.f) && withinTerm(r.f) && takesPart(r.f)"
                    + " && suppliesInTask(r.f) && dataLawfullyHeld(r.f) && sexualBehaviourInPlace(r.f) && bsnOfPerson(r.f) && "
                    + DATA,
            Act.REPORT_SIGNAL,
            "authorised(r.f) && reportersDraft(r.f) && takesPart(r.f) && reportsInTask(r.f) && lawfulCategory(r.f)"
                    + " && fromAllowedSource(r.f) && signalWithinPhaseOne(r.f) && withinCircle(r.f) && policeAgreed(r.f)"
                    + " && signalPoliceAgreed(r.f) && prosecutionTagged(r.f) && bsnOfPerson(r.f) && withinItsTerm(r.f) && sourced(r.f) && reporterActive(r.f) && observed(r.f)"
                    + " && manifested(r.f) && explained(r.f) && inRegion(r.f) && signalLawfullyHeld(r.f)",
            Act.SEE_SIGNAL,
            "authorised(r.f) && needsSignal(r.f) && takesPart(r.f) && lawfulCategory(r.f) && supplierActive(r.f) && withinItsTerm(r.f)",
            Act.SEE_KNELPUNT,
            "authorised(r.f) && involved(r.f) && takesPart(r.f)",
            Act.ASK_RECOGNITION,
            "authorised(r.f) && needsSignal(r.f) && stillToBeRecognised(r.f) && askedTakesPart(r.f)"
                    + " && askedIsAnother(r.f) && reporterActive(r.f)",
            Act.VOTE_CLOSURE,
            "authorised(r.f) && knelpuntExists(r.f) && designated(r.f) && votesWithReason(r.f)"));

    private final List<Facts> acts;
    private final Enforcer enforcer;
    private final Map<Act, EnforceContext> contexts = new EnumMap<>(Act.class);

    CasbinOverJava(List<Facts> acts) {
        this.acts = acts;
        Model model = new Model();
        model.addDef("r", "r", "f");
        model.addDef("p", "p", "rule");
        model.addDef("e", "e", "some(where (p.eft == allow))");
        // The first matcher has to be called m.
        model.addDef("m", "m", MATCHERS.get(Act.SEE_DATA));
        MATCHERS.forEach((act, matcher) -> {
            String name = "m" + (act.ordinal() + 2);
            model.addDef("m", name, matcher);
            EnforceContext context = new EnforceContext("");
            context.setmType(name);
            contexts.put(act, context);
        });
        enforcer = new Enforcer(model);
        enforcer.enableLog(false);
        HandWritten.RULES.forEach((name, rule) -> enforcer.addFunction(name, new RuleFunction(name, rule)));
    }

    @Override
    public String name() {
        return "(jCasbin that calls hand-written rules)";
    }

    @Override
    public boolean permits(int act) {
        Facts facts = acts.get(act);
        return enforcer.enforce(contexts.get(facts.act()), facts);
    }

    private static final class RuleFunction extends CustomFunction {

        private static final long serialVersionUID = 1L;

        private final String name;
        private final transient Predicate<Facts> rule;

        RuleFunction(String name, Predicate<Facts> rule) {
            this.name = name;
            this.rule = rule;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public AviatorObject call(Map<String, Object> env, AviatorObject facts) {
            return AviatorBoolean.valueOf(rule.test((Facts) FunctionUtils.getJavaObject(facts, env)));
        }
    }
}
