package nl.knelpunt.benchmarks.guard;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;

/**
 * cedar-java in the form that is fastest for it: for each act a policy set of one policy that asks for all rules, parsed
 * beforehand and kept on the native side (a policy per rule costs twice as much). Everything is in the context; entities would
 * have to be sent along too.
 */
final class Cedar implements Contestant {

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final Map<Act, PolicySet> policies = new EnumMap<>(Act.class);
    private final List<Facts> acts;
    private final List<AuthorizationRequest> requests;

    Cedar(List<Facts> acts) {
        this.acts = acts;
        requests = acts.stream().map(Cedar::request).toList();
        SharedRules.ACTS.forEach(act -> policies.put(act, policies(act)));
    }

    @Override
    public String name() {
        return "cedar-java";
    }

    @Override
    public boolean permits(int act) {
        try {
            AuthorizationResponse response = engine.isAuthorized(
                    requests.get(act), policies.get(acts.get(act).act()), Set.of());
            return response.success.orElseThrow().isAllowed();
        } catch (AuthException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AuthorizationRequest request(Facts facts) {
        Map<String, Value> context = new HashMap<>();
        Attributes.of(facts).forEach((name, value) -> context.put(name, value(value)));
        return new AuthorizationRequest(
                id("Person", "actor"), id("Action", facts.act().name()), id("Dossier", "dossier"), context);
    }

    private static EntityUID id(String type, String id) {
        return new EntityUID(EntityTypeName.parse(type).orElseThrow(), id);
    }

    private static Value value(Object value) {
        if (value instanceof Set<?> set) {
            CedarList list = new CedarList();
            set.forEach(item -> list.add(value(item)));
            return list;
        } else if (value instanceof Boolean flag) {
            return new PrimBool(flag);
        }
        return value instanceof Long number ? new PrimLong(number) : new PrimString((String) value);
    }

    private static PolicySet policies(Act act) {
        String rules =
                SharedRules.on(act).stream().map(r -> written(r.required())).collect(Collectors.joining(" && "));
        PolicySet policies = new PolicySet(
                Set.of(new Policy("permit(principal, action, resource) when { " + rules + " };", act.name())));
        try {
            policies.cache();
        } catch (CacheException e) {
            throw new IllegalStateException(e);
        }
        return policies;
    }

    private static String written(Condition condition) {
        if (condition instanceof Condition.True c) {
            return "context." + c.flag();
        } else if (condition instanceof Condition.Present c) {
            return "context has " + c.attribute();
        } else if (condition instanceof Condition.OneOf c) {
            return guarded(
                    c.words().size() == 1
                            ? "context." + c.word() + " == " + quoted(c.words().get(0))
                            : quoted(c.words()) + ".contains(context." + c.word() + ")",
                    c.word());
        } else if (condition instanceof Condition.IsNumber c) {
            return "context." + c.number() + " == " + c.value();
        } else if (condition instanceof Condition.Same c) {
            return guarded("context." + c.word() + " == context." + c.other(), c.word(), c.other());
        } else if (condition instanceof Condition.AtMost c) {
            return guarded("context." + c.number() + " <= context." + c.other(), c.number(), c.other());
        } else if (condition instanceof Condition.HasAny c) {
            return guarded("context." + c.list() + ".containsAny(" + quoted(c.words()) + ")", c.list());
        } else if (condition instanceof Condition.Has c) {
            return guarded("context." + c.list() + ".contains(context." + c.word() + ")", c.list(), c.word());
        } else if (condition instanceof Condition.HasNumber c) {
            return guarded("context." + c.list() + ".contains(" + c.value() + ")", c.list());
        } else if (condition instanceof Condition.All c) {
            return joined(c.conditions(), " && ");
        } else if (condition instanceof Condition.Any c) {
            return joined(c.conditions(), " || ");
        }
        return "!(" + written(((Condition.Not) condition).condition()) + ")";
    }

    private static String joined(List<Condition> conditions, String operator) {
        return conditions.stream().map(Cedar::written).collect(Collectors.joining(operator, "(", ")"));
    }

    /** To look at an attribute that is missing would be an error. */
    private static String guarded(String text, String... attributes) {
        StringBuilder guarded = new StringBuilder("(");
        for (String attribute : attributes) {
            if (!Attributes.ALWAYS.contains(attribute)) {
                guarded.append("context has ").append(attribute).append(" && ");
            }
        }
        return guarded.append(text).append(')').toString();
    }

    private static String quoted(String word) {
        return '"' + word + '"';
    }

    private static String quoted(List<String> words) {
        return words.stream().map(Cedar::quoted).collect(Collectors.joining(", ", "[", "]"));
    }
}
