package nl.knelpunt.benchmarks.guard;

import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.util.EnforceContext;
import org.casbin.jcasbin.util.function.CustomFunction;

/**
 * jCasbin with the rules in its model: a matcher per act in its own language, over the attributes of that act only, with one
 * function in Java for what the language can't do. Policy lines would be slower: it goes through them one by one.
 */
final class Casbin implements Contestant {

    private final Enforcer enforcer;
    private final List<Object[]> requests = new ArrayList<>();
    private final Map<String, Set<String>> constants = new HashMap<>();

    Casbin(List<Facts> acts) {
        Model model = new Model();
        model.addDef("p", "p", "rule");
        model.addDef("e", "e", "some(where (p.eft == allow))");
        Map<Act, List<String>> names = new EnumMap<>(Act.class);
        Map<Act, EnforceContext> contexts = new EnumMap<>(Act.class);
        for (int i = 0; i < SharedRules.ACTS.size(); i++) {
            Act act = SharedRules.ACTS.get(i);
            // The first of each section goes without a number.
            String number = i == 0 ? "" : String.valueOf(i + 1);
            String request = "r" + number;
            List<String> attributes = SharedRules.on(act).stream()
                    .flatMap(r -> Attributes.names(r.required()))
                    .distinct()
                    .toList();
            model.addDef("r", request, String.join(", ", attributes));
            model.addDef(
                    "m",
                    "m" + number,
                    SharedRules.on(act).stream()
                            .map(r -> written(r.required(), request))
                            .collect(Collectors.joining("&&")));
            EnforceContext context = new EnforceContext(number);
            context.setpType("p");
            context.seteType("e");
            contexts.put(act, context);
            names.put(act, attributes);
        }
        enforcer = new Enforcer(model);
        enforcer.enableLog(false);
        // Written out as comparisons these make matchers too long for the JIT compiler.
        addFunction("has", (list, item) -> list != null && item != null && ((Set<?>) list).contains(item));
        addFunction("hasAny", (list, words) -> list != null && !Collections.disjoint((Set<?>) list, split(words)));
        addFunction("oneOf", (word, words) -> word != null && split(words).contains(word));
        for (Facts facts : acts) {
            Map<String, Object> values = Attributes.of(facts);
            List<Object> request = new ArrayList<>();
            request.add(contexts.get(facts.act()));
            names.get(facts.act()).forEach(name -> request.add(values.get(name)));
            requests.add(request.toArray());
        }
    }

    private void addFunction(String name, BiPredicate<Object, Object> test) {
        enforcer.addFunction(name, new Function(name, test));
    }

    private Set<String> split(Object words) {
        return constants.computeIfAbsent((String) words, w -> Set.of(w.split(" ")));
    }

    @Override
    public String name() {
        return "jCasbin";
    }

    @Override
    public boolean permits(int act) {
        return enforcer.enforce(requests.get(act));
    }

    private static String written(Condition condition, String request) {
        String r = request + ".";
        if (condition instanceof Condition.True c) {
            return r + c.flag() + "==true";
        } else if (condition instanceof Condition.Present c) {
            return r + c.attribute() + "!=nil";
        } else if (condition instanceof Condition.OneOf c) {
            return c.words().size() == 1
                    ? r + c.word() + "=='" + c.words().get(0) + "'"
                    : "oneOf(" + r + c.word() + ",'" + String.join(" ", c.words()) + "')";
        } else if (condition instanceof Condition.IsNumber c) {
            return r + c.number() + "==" + c.value();
        } else if (condition instanceof Condition.Same c) {
            return r + c.word() + "==" + r + c.other();
        } else if (condition instanceof Condition.AtMost c) {
            return "(" + r + c.number() + "!=nil&&" + r + c.number() + "<=" + r + c.other() + ")";
        } else if (condition instanceof Condition.HasAny c) {
            return "hasAny(" + r + c.list() + ",'" + String.join(" ", c.words()) + "')";
        } else if (condition instanceof Condition.Has c) {
            return "has(" + r + c.list() + "," + r + c.word() + ")";
        } else if (condition instanceof Condition.HasNumber c) {
            return "has(" + r + c.list() + "," + c.value() + ")";
        } else if (condition instanceof Condition.All c) {
            return joined(c.conditions(), "&&", request);
        } else if (condition instanceof Condition.Any c) {
            return joined(c.conditions(), "||", request);
        }
        return "!(" + written(((Condition.Not) condition).condition(), request) + ")";
    }

    private static String joined(List<Condition> conditions, String operator, String request) {
        return conditions.stream().map(c -> written(c, request)).collect(Collectors.joining(operator, "(", ")"));
    }

    /** A function of two values of which either may be missing. */
    private static final class Function extends CustomFunction {

        private static final long serialVersionUID = 1L;

        private final String name;
        private final transient BiPredicate<Object, Object> test;

        Function(String name, BiPredicate<Object, Object> test) {
            this.name = name;
            this.test = test;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public AviatorObject call(Map<String, Object> env, AviatorObject one, AviatorObject other) {
            return AviatorBoolean.valueOf(test.test(one.getValue(env), other.getValue(env)));
        }
    }
}
