package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.TriedException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Obligation;
import nl.knelpunt.engine.guard.Rule;
import nl.knelpunt.engine.guard.RuleSet;
import nl.knelpunt.rest.Shapes.BilingualText;

/** The JSON of questions to the guard, in our own shape and in that of AuthZEN. */
final class DecisionShapes {

    private DecisionShapes() {}

    record NewDecision(
            @Mandatory Act act,

            @JsonPropertyDescription(
                    "what it is about: the id in the address of the act itself; absent when that has none")
            String object,

            @JsonPropertyDescription("the part of it, such as a datum, where the address of the act names one")
            String part,

            @JsonPropertyDescription("the body that the act itself would have; absent when it has none")
            ObjectNode input) {}

    record DecisionView(
            boolean permitted,
            Act act,

            @JsonPropertyDescription(
                    "every rule that the act breaks, in the order of the law; empty when it is permitted")
            List<JudgedRule> refusals,

            @JsonPropertyDescription("what a permit asks of who does it")
            List<ObligationView> obligations,

            RuleSetView ruleSet) {

        static DecisionView of(TriedException tried, Locale language) {
            return new DecisionView(
                    tried.decision().isPermit(),
                    tried.act(),
                    JudgedRule.all(tried, language),
                    ObligationView.all(tried, language),
                    RuleSetView.of(tried.rules()));
        }
    }

    record JudgedRule(
            @JsonPropertyDescription("id of the rule; STATE when the act is out of order")
            String rule,

            @JsonPropertyDescription("absent for STATE") Rule.Kind kind,
            @JsonPropertyDescription("on which it rests") String article,
            @JsonPropertyDescription("what is wrong") String message,
            @JsonPropertyDescription("what you can do") String remedy,

            @JsonPropertyDescription("path of the field; absent when it is about the act as a whole")
            String field) {

        static List<JudgedRule> all(TriedException tried, Locale language) {
            return tried.decision().refusals().stream()
                    .map(f -> new JudgedRule(
                            f.rule(),
                            tried.rules().find(f.rule()).map(Rule::kind).orElse(null),
                            f.article(),
                            f.message().in(language),
                            f.remedy().in(language),
                            f.field()))
                    .toList();
        }
    }

    record ObligationView(Obligation code, String text) {

        static List<ObligationView> all(TriedException tried, Locale language) {
            return tried.decision().obligations().stream()
                    .sorted()
                    .map(o -> new ObligationView(o, o.label().in(language)))
                    .toList();
        }
    }

    record RuleSetView(
            String version,

            @JsonPropertyDescription("the day whose rules they are")
            LocalDate date) {

        static RuleSetView of(RuleSet rules) {
            return new RuleSetView(rules.version(), rules.day());
        }
    }

    /** AuthZEN: may this subject do this action on this resource? */
    record Evaluation(
            @Mandatory Entity subject,
            @Mandatory Action action,
            @Mandatory Entity resource,

            @JsonPropertyDescription("the body that the act itself would have; absent when it has none")
            ObjectNode context) {}

    record Entity(
            @Mandatory
            @JsonPropertyDescription(
                    "of a subject: account; of a resource: what the act is about, such as signal or knelpunt")
            String type,

            @Mandatory String id,

            @JsonPropertyDescription("of a resource: part, where the address of the act names one")
            ObjectNode properties) {}

    record Action(
            @Mandatory @JsonPropertyDescription("name of an act")
            String name,

            ObjectNode properties) {}

    record EvaluationView(boolean decision, EvaluationContext context) {

        static EvaluationView of(TriedException tried, UUID trace, Locale language) {
            List<Finding> findings = tried.decision().refusals();
            return new EvaluationView(
                    tried.decision().isPermit(),
                    new EvaluationContext(
                            trace,
                            reason(findings, f -> new Text(ruleAndArticle(f), ruleAndArticle(f))),
                            reason(findings, Finding::message),
                            tried.act(),
                            JudgedRule.all(tried, language),
                            ObligationView.all(tried, language),
                            RuleSetView.of(tried.rules())));
        }

        private static String ruleAndArticle(Finding finding) {
            return finding.rule() + " (" + finding.article() + ")";
        }

        private static BilingualText reason(List<Finding> findings, Function<Finding, Text> of) {
            return findings.isEmpty()
                    ? null
                    : new BilingualText(
                            findings.stream().map(f -> of.apply(f).nl()).collect(Collectors.joining(" ")),
                            findings.stream().map(f -> of.apply(f).en()).collect(Collectors.joining(" ")));
        }
    }

    record EvaluationContext(
            @JsonPropertyDescription("the trace id of the log record")
            UUID id,

            @JsonProperty("reason_admin") @JsonPropertyDescription("rules and articles")
            BilingualText reasonAdmin,

            @JsonProperty("reason_user") @JsonPropertyDescription("what is wrong")
            BilingualText reasonUser,

            Act act,
            List<JudgedRule> refusals,
            List<ObligationView> obligations,
            RuleSetView ruleSet) {}
}
