package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.oversight.Advices;
import nl.knelpunt.engine.oversight.LogFilter;
import nl.knelpunt.engine.oversight.LogPurpose;
import nl.knelpunt.engine.oversight.LogReader;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.oversight.Policies;
import nl.knelpunt.engine.oversight.PolicyChange;
import nl.knelpunt.engine.oversight.RacAdvice;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.rest.Shapes.BilingualText;
import nl.knelpunt.rest.Shapes.Links;

/** The JSON of policy, advices and the log. */
final class OversightShapes {

    private OversightShapes() {}

    /** To whom a deviation from the RAC is reported. */
    enum Overseer {
        RAC,
        COORDINATING_FG
    }

    record PolicyValues(
            @JsonPropertyDescription("part of the designated participants that must have voted; more than this")
            Double quorum,

            @JsonPropertyDescription("part of the votes for or against that must be for; more than this")
            Double majority,

            @JsonPropertyDescription("after which a draft that was not reported is destroyed")
            Integer draftDays,

            @JsonPropertyDescription("other participants that must recognise a signal")
            Integer recognitions,

            @JsonPropertyDescription("how the law is read on the FIOD")
            Policy.Fiod fiod,

            @JsonPropertyDescription("the AMvB that designates automated analysis; absent as long as there is none")
            String automatedAnalysisDecree,

            @JsonPropertyDescription("ids of policy rules that don't hold here")
            List<String> switchedOff,

            @JsonPropertyDescription("how long things last or wait that the law leaves to the RIEC")
            PeriodsBody periods,

            @JsonPropertyDescription("of results, rights of data subjects and reports")
            LimitsBody limits,

            @JsonPropertyDescription("how the steering group decides beside quorum and majority")
            SteeringBody steering,

            @JsonPropertyDescription("help with recognising on keyed hashes")
            HelpBody recognitionHelp) {

        static PolicyValues of(Policy policy) {
            return of(Policies.Values.of(policy)).restingOn(policy.help().reference());
        }

        private PolicyValues restingOn(String advice) {
            return new PolicyValues(
                    quorum,
                    majority,
                    draftDays,
                    recognitions,
                    fiod,
                    automatedAnalysisDecree,
                    switchedOff,
                    periods,
                    limits,
                    steering,
                    recognitionHelp.restingOn(advice));
        }

        static PolicyValues of(Policies.Values values) {
            return new PolicyValues(
                    values.quorum(),
                    values.majority(),
                    values.draftDays(),
                    values.recognitions(),
                    values.fiod(),
                    values.automatedAnalysisDecree(),
                    values.switchedOff().stream().sorted().toList(),
                    PeriodsBody.of(values.periods()),
                    LimitsBody.of(values.limits()),
                    SteeringBody.of(values.steering()),
                    HelpBody.of(values.help()));
        }

        Policies.Values engine() {
            return new Policies.Values(
                    quorum,
                    majority,
                    draftDays,
                    recognitions,
                    fiod,
                    automatedAnalysisDecree,
                    switchedOff == null ? Set.of() : new LinkedHashSet<>(switchedOff),
                    periods == null ? null : periods.engine(),
                    limits == null ? null : limits.engine(),
                    steering == null ? null : steering.engine(),
                    recognitionHelp == null ? null : recognitionHelp.engine());
        }
    }

    record SteeringBody(
            @JsonPropertyDescription("participants that must have voted or be at the meeting, beside the quorum")
            Integer leastRepresented,

            @JsonPropertyDescription("whether nothing is adopted against which somebody voted")
            Boolean consensus,

            @JsonPropertyDescription("whether is decided only on what stands on an agenda")
            Boolean inMeetings) {

        static SteeringBody of(Policies.SteeringValues values) {
            return values == null
                    ? null
                    : new SteeringBody(values.leastRepresented(), values.consensus(), values.inMeetings());
        }

        Policies.SteeringValues engine() {
            return new Policies.SteeringValues(leastRepresented, consensus, inMeetings);
        }
    }

    record HelpBody(
            @JsonPropertyDescription("whether it is on; then it rests on the advice of the change by which it came on")
            Boolean on,

            @JsonPropertyDescription("times a day that one person may ask it")
            Integer perPerson,

            @JsonPropertyDescription("times a day that all people of one participant may")
            Integer perParticipant,

            @JsonPropertyDescription("days for which a key serves")
            Integer keyDays,

            @JsonPropertyDescription("days for which lists under the key before still count")
            Integer overlapDays,

            @JsonPropertyDescription("reference of the advice of the RAC on which it rests; said, never set")
            String advice) {

        static HelpBody of(Policies.HelpValues values) {
            return values == null
                    ? null
                    : new HelpBody(
                            values.on(),
                            values.perPerson(),
                            values.perParticipant(),
                            values.keyDays(),
                            values.overlapDays(),
                            null);
        }

        HelpBody restingOn(String reference) {
            return new HelpBody(on, perPerson, perParticipant, keyDays, overlapDays, reference);
        }

        Policies.HelpValues engine() {
            return new Policies.HelpValues(on, perPerson, perParticipant, keyDays, overlapDays);
        }
    }

    record LimitsBody(
            @JsonPropertyDescription("days in which participants answer on a provision")
            Integer objectionDays,

            @JsonPropertyDescription("days in which participants answer on a request of a data subject")
            Integer consultationDays,

            @JsonPropertyDescription("days after its end in which a request can still be traced to a person")
            Integer requestDays,

            @JsonPropertyDescription("below which the annual report shows no number")
            Integer smallNumber,

            @JsonPropertyDescription("days in which participants answer whether they recognise a signal")
            Integer recognitionDays,

            @JsonPropertyDescription("addresses or companies that an area or branch of a scan has at least")
            Integer smallestArea) {

        static LimitsBody of(Policies.LimitValues values) {
            return values == null
                    ? null
                    : new LimitsBody(
                            values.objectionDays(),
                            values.consultationDays(),
                            values.requestDays(),
                            values.smallNumber(),
                            values.recognitionDays(),
                            values.smallestArea());
        }

        Policies.LimitValues engine() {
            return new Policies.LimitValues(
                    objectionDays, consultationDays, requestDays, smallNumber, recognitionDays, smallestArea);
        }
    }

    record PeriodsBody(
            @JsonPropertyDescription("days before the end of a term at which those concerned are reminded")
            List<Integer> reminderDays,

            @JsonPropertyDescription("days after a closure on which, at the latest, everything of it is destroyed")
            Integer destroyAfterClosureDays,

            @JsonPropertyDescription("months after which a hold against destruction is looked at again")
            Integer reviewHoldsMonths,

            @JsonPropertyDescription("months after which a case consultation is evaluated")
            Integer evaluateMonths,

            @JsonPropertyDescription("days for which backups are kept")
            Integer keepBackupsDays) {

        static PeriodsBody of(Policies.PeriodValues values) {
            return values == null
                    ? null
                    : new PeriodsBody(
                            values.reminderDays(),
                            values.destroyAfterClosureDays(),
                            values.reviewHoldsMonths(),
                            values.evaluateMonths(),
                            values.keepBackupsDays());
        }

        Policies.PeriodValues engine() {
            return new Policies.PeriodValues(
                    reminderDays, destroyAfterClosureDays, reviewHoldsMonths, evaluateMonths, keepBackupsDays);
        }
    }

    record PolicyView(
            long version,
            @JsonUnwrapped PolicyValues values,

            @JsonPropertyDescription("every change, the last one first; none until the policy was changed")
            List<PolicyChangeView> changes) {}

    record PolicyChangeView(
            long version,
            @JsonUnwrapped PolicyValues values,

            @JsonPropertyDescription("id of the advice of the RAC")
            UUID advice,

            @JsonPropertyDescription("why it was done against the advice")
            String deviation,

            List<String> reportedTo,

            @JsonPropertyDescription("who changed it, as the log names them")
            String actor,

            Instant at) {

        static PolicyChangeView of(PolicyChange change) {
            return new PolicyChangeView(
                    change.policy().version(),
                    PolicyValues.of(change.policy()),
                    change.advice(),
                    change.deviation(),
                    change.reportedTo(),
                    change.actor(),
                    change.at());
        }
    }

    /** The values that change, and on what that rests. */
    record PolicyPatch(
            Double quorum,
            Double majority,
            Integer draftDays,
            Integer recognitions,
            Policy.Fiod fiod,
            String automatedAnalysisDecree,
            List<String> switchedOff,
            PeriodsBody periods,
            LimitsBody limits,
            SteeringBody steering,
            HelpBody recognitionHelp,

            @JsonPropertyDescription("id of a registered advice of the RAC (G47)")
            UUID advice,

            @JsonPropertyDescription("why you do it against that advice")
            String deviation,

            @JsonPropertyDescription("to whom you reported the deviation")
            List<Overseer> reportedTo) {

        /** Not values, but on what the change rests. */
        static final List<String> REASONS = List.of("advice", "deviation", "reportedTo");

        List<String> reported() {
            return reportedTo == null
                    ? List.of()
                    : reportedTo.stream().map(Enum::name).toList();
        }
    }

    /** What an advice counts for. */
    record MatterBody(
            @Mandatory RacAdvice.Matter.Of of,

            @JsonPropertyDescription("only, and always, of a PROVISION")
            UUID provision,

            @JsonPropertyDescription("only of PROVISIONS; any when absent")
            Provision.Kind kind,

            @JsonPropertyDescription("only, and always, of PROVISIONS")
            Recipient.Type recipient,

            @JsonPropertyDescription("only of PROCESSING: whether it is about one change and no more; so when absent")
            Boolean once) {

        static MatterBody of(RacAdvice.Matter matter) {
            return new MatterBody(
                    matter.of(),
                    matter.provision(),
                    matter.kind(),
                    matter.recipient(),
                    matter.of() == RacAdvice.Matter.Of.PROCESSING ? matter.once() : null);
        }

        RacAdvice.Matter engine() {
            return new RacAdvice.Matter(
                    of,
                    of == RacAdvice.Matter.Of.PROVISION ? provision : null,
                    of == RacAdvice.Matter.Of.PROVISIONS ? kind : null,
                    of == RacAdvice.Matter.Of.PROVISIONS ? recipient : null,
                    of == RacAdvice.Matter.Of.PROCESSING && !Boolean.FALSE.equals(once));
        }
    }

    record NewAdvice(
            @Mandatory @JsonPropertyDescription("as the committee numbers it")
            String reference,

            @Mandatory @JsonPropertyDescription("what was put before it; no personal data")
            String about,

            @Mandatory LocalDate date,

            @Mandatory RacAdvice.Outcome outcome,

            @JsonPropertyDescription("why; no personal data")
            String reasons,

            @JsonPropertyDescription("only, and always, when it is WITH_CONDITIONS")
            String conditions,

            @JsonPropertyDescription("what it counts for; one change of the processing when absent")
            MatterBody matter) {

        Advices.NewAdvice engine() {
            return new Advices.NewAdvice(
                    reference, about, date, outcome, reasons, conditions, matter == null ? null : matter.engine());
        }
    }

    record AdviceView(
            UUID id,
            String reference,
            String about,
            LocalDate date,
            RacAdvice.Outcome outcome,
            String reasons,
            String conditions,
            MatterBody matter,

            @JsonPropertyDescription("the question that it answers; absent when it was not asked for here")
            UUID request,

            @JsonPropertyDescription("when a change rested on it: it counts no more")
            Instant used,

            UUID person,
            Instant at) {

        static AdviceView of(RacAdvice advice) {
            return advice == null
                    ? null
                    : new AdviceView(
                            advice.id(),
                            advice.reference(),
                            advice.about(),
                            advice.date(),
                            advice.outcome(),
                            advice.reasons(),
                            advice.conditions(),
                            MatterBody.of(advice.matter()),
                            advice.request(),
                            advice.used(),
                            advice.person(),
                            advice.at());
        }
    }

    record AdviceList(List<AdviceView> items, Links links) {}

    record LogSearch(
            @JsonPropertyDescription("for which of the purposes of article 1.8(4) Wgs you read the log (G44)")
            LogPurpose purpose,

            @JsonPropertyDescription("why, such as the number of a case; no personal data. It is kept")
            String reason,

            @JsonPropertyDescription("account id, connection:<participant>, maintenance or platform")
            String actor,

            String participant,
            Act act,
            UUID object,

            @JsonPropertyDescription("pseudonym of the data subject")
            UUID subject,

            LogRecord.Result result,

            @JsonPropertyDescription("id of a rule that refused")
            String rule,

            @JsonPropertyDescription("first moment") Instant from,

            @JsonPropertyDescription("first moment after it")
            Instant to,

            @JsonPropertyDescription("only records after this number; the next of the part before")
            Long after,

            @JsonPropertyDescription("records of one part, 1 to 1000; 100 when absent")
            Integer limit) {

        LogFilter filter() {
            return new LogFilter(
                    actor, participant, act == null ? null : act.name(), object, subject, result, rule, from, to);
        }
    }

    record LogPart(
            List<LogRecordView> items,

            @JsonPropertyDescription(
                    "go on after this number; absent at the end. A part may be empty and still have a next")
            Long next) {

        static LogPart of(LogReader.Part part) {
            return new LogPart(part.records().stream().map(LogRecordView::of).toList(), part.next());
        }
    }

    record LogRecordView(
            long sequence,
            Instant at,
            UUID trace,
            String origin,
            String actor,
            String participant,
            String act,

            @JsonPropertyDescription("what was done, in words; absent of an act that is not there any more")
            BilingualText what,

            UUID object,

            @JsonPropertyDescription("pseudonym of the data subject")
            UUID subject,

            @JsonPropertyDescription("ids of the data that were touched or shown")
            List<UUID> data,

            LogRecord.Result result,
            @JsonPropertyDescription("that refused") List<String> rules,
            String ruleSet,
            String previous,
            String hash,

            @JsonPropertyDescription("why the log was looked at; only with READ_LOG")
            LogPurpose purpose,

            @JsonPropertyDescription("the same, in words") String reason) {

        private static final Map<String, BilingualText> ACTS = Arrays.stream(Act.values())
                .collect(Collectors.toUnmodifiableMap(Act::name, act -> BilingualText.of(act.label())));

        private static BilingualText what(String act) {
            return act == null ? null : ACTS.get(act);
        }

        static LogRecordView of(LogReader.Line line) {
            LogRecord entry = line.entry();
            return new LogRecordView(
                    entry.sequence(),
                    entry.at(),
                    entry.trace(),
                    entry.origin(),
                    entry.actor(),
                    entry.participant(),
                    entry.act(),
                    what(entry.act()),
                    entry.object(),
                    entry.subject(),
                    entry.data(),
                    entry.result(),
                    entry.rules(),
                    entry.ruleSet(),
                    entry.previous(),
                    entry.hash(),
                    line.reading() == null ? null : line.reading().purpose(),
                    line.reading() == null ? null : line.reading().reason());
        }
    }
}
