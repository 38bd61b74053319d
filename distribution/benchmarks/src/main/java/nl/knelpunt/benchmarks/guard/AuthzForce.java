package nl.knelpunt.benchmarks.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Facts;
import oasis.names.tc.xacml._3_0.core.schema.wd_17.DecisionType;
import org.ow2.authzforce.core.pdp.api.AttributeFqns;
import org.ow2.authzforce.core.pdp.api.DecisionRequest;
import org.ow2.authzforce.core.pdp.api.DecisionRequestBuilder;
import org.ow2.authzforce.core.pdp.api.value.AttributeBag;
import org.ow2.authzforce.core.pdp.api.value.Bags;
import org.ow2.authzforce.core.pdp.api.value.BooleanValue;
import org.ow2.authzforce.core.pdp.api.value.IntegerValue;
import org.ow2.authzforce.core.pdp.api.value.StandardDatatypes;
import org.ow2.authzforce.core.pdp.api.value.StringValue;
import org.ow2.authzforce.core.pdp.impl.BasePdpEngine;
import org.ow2.authzforce.core.pdp.impl.PdpEngineConfiguration;

/**
 * AuthzForce: XACML 3.0, a policy per act (the most frequent act first) that permits when all rules are met; requests made
 * beforehand in its own Java model, without XML.
 */
final class AuthzForce implements Contestant {

    private static final String CATEGORY = "urn:oasis:names:tc:xacml:3.0:attribute-category:action";
    private static final String FUNCTION_1 = "urn:oasis:names:tc:xacml:1.0:function:";
    private static final String TYPES = "http://www.w3.org/2001/XMLSchema#";

    private final BasePdpEngine engine;
    private final List<DecisionRequest> requests = new ArrayList<>();

    AuthzForce(List<Facts> acts) {
        engine = engine();
        for (Facts facts : acts) {
            DecisionRequestBuilder<?> request = engine.newRequestBuilder(-1, -1);
            put(request, "act", facts.act().name());
            Attributes.of(facts).forEach((name, value) -> put(request, name, value));
            requests.add(request.build(false));
        }
    }

    @Override
    public String name() {
        return "AuthzForce";
    }

    @Override
    public boolean permits(int act) {
        return engine.evaluate(requests.get(act)).getDecision() == DecisionType.PERMIT;
    }

    private static void put(DecisionRequestBuilder<?> request, String name, Object value) {
        request.putNamedAttributeIfAbsent(AttributeFqns.newInstance(CATEGORY, Optional.empty(), name), bag(value));
    }

    private static AttributeBag<?> bag(Object value) {
        Collection<?> values = value instanceof Set<?> set ? set : List.of(value);
        Object first = values.iterator().next();
        if (first instanceof Boolean) {
            return Bags.newAttributeBag(
                    StandardDatatypes.BOOLEAN,
                    values.stream().map(v -> new BooleanValue((Boolean) v)).toList());
        } else if (first instanceof Long) {
            return Bags.newAttributeBag(
                    StandardDatatypes.INTEGER,
                    values.stream()
                            .map(v -> IntegerValue.valueOf((long) (Long) v))
                            .toList());
        }
        return Bags.newAttributeBag(
                StandardDatatypes.STRING,
                values.stream().map(v -> new StringValue((String) v)).toList());
    }

    private static BasePdpEngine engine() {
        try {
            Path configuration = Files.createTempFile("pdp", ".xml");
            try {
                Files.writeString(configuration, configuration());
                return new BasePdpEngine(
                        PdpEngineConfiguration.getInstance(configuration.toUri().toString()));
            } finally {
                Files.delete(configuration);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration() {
        return """
                <pdp xmlns="http://authzforce.github.io/core/xmlns/pdp/8"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="8.1"
                    standardAttributeProvidersEnabled="false">
                  <policyProvider id="root" xsi:type="StaticPolicyProvider">
                    <PolicySet xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" PolicySetId="guard" Version="1.0"
                        PolicyCombiningAlgId="urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:first-applicable">
                      <Target/>
                      %s
                    </PolicySet>
                  </policyProvider>
                </pdp>
                """.formatted(SharedRules.ACTS.stream().map(AuthzForce::policy).collect(Collectors.joining()));
    }

    private static String policy(Act act) {
        return """
                <Policy PolicyId="%1$s" Version="1.0"
                    RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-unless-permit">
                  <Target><AnyOf><AllOf><Match MatchId="%2$sstring-equal">%3$s%4$s</Match></AllOf></AnyOf></Target>
                  <Rule RuleId="%1$s-rules" Effect="Permit"><Condition>%5$s</Condition></Rule>
                </Policy>
                """.formatted(
                        act,
                        FUNCTION_1,
                        value("string", act.name()),
                        attribute("string", "act"),
                        apply(
                                "and",
                                SharedRules.on(act).stream()
                                        .map(r -> written(r.required()))
                                        .toArray(String[]::new)));
    }

    private static String written(Condition condition) {
        if (condition instanceof Condition.True c) {
            return apply("boolean-is-in", value("boolean", "true"), attribute("boolean", c.flag()));
        } else if (condition instanceof Condition.Present c) {
            return present(c.attribute());
        } else if (condition instanceof Condition.OneOf c) {
            return anyOf(c.words(), c.word());
        } else if (condition instanceof Condition.IsNumber c) {
            return isIn(c.value(), c.number());
        } else if (condition instanceof Condition.Same c) {
            return common(c.word(), c.other());
        } else if (condition instanceof Condition.AtMost c) {
            return apply3(
                    "any-of-any", function("integer-less-than-or-equal"), integer(c.number()), integer(c.other()));
        } else if (condition instanceof Condition.HasAny c) {
            return anyOf(c.words(), c.list());
        } else if (condition instanceof Condition.Has c) {
            return common(c.list(), c.word());
        } else if (condition instanceof Condition.HasNumber c) {
            return isIn(c.value(), c.list());
        } else if (condition instanceof Condition.All c) {
            return apply("and", c.conditions().stream().map(AuthzForce::written).toArray(String[]::new));
        } else if (condition instanceof Condition.Any c) {
            return apply("or", c.conditions().stream().map(AuthzForce::written).toArray(String[]::new));
        }
        return apply("not", written(((Condition.Not) condition).condition()));
    }

    private static String present(String attribute) {
        String type = Attributes.NUMBERS.contains(attribute) ? "integer" : "string";
        return apply(
                "integer-greater-than", apply(type + "-bag-size", attribute(type, attribute)), value("integer", "0"));
    }

    private static String anyOf(List<String> words, String attribute) {
        String values = attribute("string", attribute);
        return words.size() == 1
                ? apply("string-is-in", value("string", words.get(0)), values)
                : apply(
                        "string-at-least-one-member-of",
                        values,
                        apply(
                                "string-bag",
                                words.stream().map(w -> value("string", w)).toArray(String[]::new)));
    }

    private static String isIn(long number, String attribute) {
        return apply("integer-is-in", value("integer", String.valueOf(number)), integer(attribute));
    }

    private static String common(String attribute, String other) {
        return apply("string-at-least-one-member-of", attribute("string", attribute), attribute("string", other));
    }

    private static String integer(String attribute) {
        return attribute("integer", attribute);
    }

    private static String apply(String function, String... arguments) {
        return "<Apply FunctionId=\"" + FUNCTION_1 + function + "\">" + String.join("", arguments) + "</Apply>";
    }

    private static String apply3(String function, String... arguments) {
        return "<Apply FunctionId=\"urn:oasis:names:tc:xacml:3.0:function:" + function + "\">"
                + String.join("", arguments) + "</Apply>";
    }

    private static String function(String function) {
        return "<Function FunctionId=\"" + FUNCTION_1 + function + "\"/>";
    }

    private static String value(String type, String value) {
        return "<AttributeValue DataType=\"" + TYPES + type + "\">" + value + "</AttributeValue>";
    }

    private static String attribute(String type, String name) {
        return "<AttributeDesignator Category=\"" + CATEGORY + "\" AttributeId=\"" + name + "\" DataType=\"" + TYPES
                + type + "\" MustBePresent=\"false\"/>";
    }
}
