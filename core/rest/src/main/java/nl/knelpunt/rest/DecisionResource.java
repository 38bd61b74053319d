package nl.knelpunt.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.engine.gate.TriedException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.rest.DecisionShapes.DecisionView;
import nl.knelpunt.rest.DecisionShapes.Entity;
import nl.knelpunt.rest.DecisionShapes.Evaluation;
import nl.knelpunt.rest.DecisionShapes.EvaluationView;
import nl.knelpunt.rest.DecisionShapes.NewDecision;

/** May I? Hands the question to the operation that does the act, as a trial, so that the answer can't differ from what it would do. */
final class DecisionResource {

    private static final String ACCOUNT = "account";
    private static final String PART = "part";

    private final RouteTable table;

    DecisionResource(RouteTable table) {
        this.table = table;
    }

    Answer decide(Exchange exchange) throws IOException, MessageException {
        NewDecision asked = exchange.body(NewDecision.class);
        FieldErrors errors = new FieldErrors();
        Route route = route(asked.act(), "act", errors);
        List<String> names = route.parameters();
        place(errors, "object", asked.object(), !names.isEmpty());
        place(errors, PART, asked.part(), names.size() > 1);
        input(errors, "input", route, asked.input());
        errors.throwIfAny();
        TriedException tried = judge(
                exchange, exchange.caller(), route, asked.act(), "act", asked.object(), asked.part(), asked.input());
        return Answer.of(DecisionView.of(tried, exchange.language()));
    }

    /** AuthZEN: who asks about anybody but themselves is told no more than that they may not know. */
    Answer evaluate(Exchange exchange) throws IOException, MessageException {
        Evaluation asked = exchange.body(Evaluation.class);
        FieldErrors errors = new FieldErrors();
        Act act = act(asked.action().name(), errors);
        Route route = route(act, "action.name", errors);
        Entity resource = asked.resource();
        String type = act.concerns().name().toLowerCase(Locale.ROOT);
        if (!resource.type().equals(type)) {
            errors.add("resource.type", "Deze handeling gaat over: " + type + ".", "This act is about: " + type + ".");
        }
        JsonNode given =
                resource.properties() == null ? null : resource.properties().get(PART);
        String part = given == null ? null : given.asText();
        List<String> names = route.parameters();
        place(errors, "resource.properties.part", part, names.size() > 1);
        input(errors, "context", route, asked.context());
        errors.throwIfAny();
        Caller about = isCaller(asked.subject(), exchange.caller())
                ? exchange.caller()
                : new Caller.SomebodyElse(exchange.caller());
        TriedException tried = judge(exchange, about, route, act, "action.name", resource.id(), part, asked.context());
        return Answer.of(EvaluationView.of(tried, exchange.trace(), exchange.language()));
    }

    private static boolean isCaller(Entity subject, Caller caller) {
        return caller instanceof Caller.Person person
                && subject.type().equals(ACCOUNT)
                && subject.id().equalsIgnoreCase(person.account().toString());
    }

    private static Act act(String name, FieldErrors errors) {
        return Arrays.stream(Act.values())
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    errors.add("action.name", "Deze handeling is er niet.", "There is no such act.");
                    errors.throwIfAny();
                    return new IllegalStateException();
                });
    }

    private Route route(Act act, String field, FieldErrors errors) {
        return table.doing(act).orElseThrow(() -> {
            errors.add(
                    field,
                    "Hiernaar valt niets te vragen: het platform doet dit zelf, of het hoort bij aan- en afmelden.",
                    "There is nothing to ask: the platform does this itself, or it belongs to signing in and out.");
            errors.throwIfAny();
            return new IllegalStateException();
        });
    }

    private static void place(FieldErrors errors, String field, String given, boolean needed) {
        boolean there = given != null && !given.isBlank();
        if (needed && !there) {
            errors.add(field, "Dit veld is nodig bij deze handeling.", "This act needs this field.");
        } else if (!needed && there) {
            errors.add(field, "Dit veld hoort niet bij deze handeling.", "This act has no such field.");
        }
    }

    private static void input(FieldErrors errors, String field, Route route, ObjectNode given) {
        if (route.request() == null && given != null && !given.isEmpty()) {
            errors.add(
                    field,
                    "Over de inhoud valt bij deze handeling niets te vragen. Laat dit veld weg.",
                    "There is nothing to ask about the content of this act. Leave this field out.");
        }
    }

    private static TriedException judge(
            Exchange exchange,
            Caller about,
            Route route,
            Act act,
            String field,
            String object,
            String part,
            ObjectNode input)
            throws IOException, MessageException {
        List<String> names = route.parameters();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), i == 0 ? object : part);
        }
        ObjectNode body = input == null ? Json.mapper().createObjectNode() : input;
        try {
            route.handler().handle(exchange.trial(route, values, about, body));
        } catch (TriedException tried) {
            if (tried.act() != act) {
                throw BadRequestException.of(
                        field,
                        "Met deze invoer is het een andere handeling: " + tried.act() + ".",
                        "With this input it is another act: " + tried.act() + ".");
            }
            return tried;
        }
        throw new IllegalStateException(act + " was done without being judged");
    }
}
