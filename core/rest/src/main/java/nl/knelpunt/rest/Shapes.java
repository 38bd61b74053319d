package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.gate.Change;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Moment;
import nl.knelpunt.engine.guard.PhaseMatrix;
import nl.knelpunt.engine.guard.Policy;
import nl.knelpunt.engine.guard.Rule;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.oversight.Verification;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.plugin.DatumPanel;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.plugin.SignalForm;
import nl.knelpunt.engine.port.Accounts;
import nl.knelpunt.engine.port.Backups;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;
import nl.knelpunt.rest.FieldErrors.FieldError;
import nl.knelpunt.rest.ModuleShapes.ModuleHealthView;

/** The JSON that operations share, and that of the smaller resources. */
final class Shapes {

    private Shapes() {}

    record BilingualText(String nl, String en) {

        static BilingualText of(Text text) {
            return text == null ? null : new BilingualText(text.nl(), text.en());
        }
    }

    record Changed(
            @JsonPropertyDescription("of what was made or changed")
            UUID id,

            @JsonPropertyDescription("of it now; DESTROYED when it is gone")
            String state,

            @JsonPropertyDescription("of it now; to be sent back as If-Match")
            long version,

            @JsonPropertyDescription("where it is; absent when it is gone")
            String href) {

        static Changed of(Done done, String href) {
            boolean gone = done.state().equals(Done.DESTROYED);
            return new Changed(done.id(), done.state(), done.version(), gone ? null : href);
        }
    }

    record Links(
            @JsonPropertyDescription("this page") String self,

            @JsonPropertyDescription("the next page; absent at the end")
            String next) {}

    record FieldProblem(
            @JsonPropertyDescription("path of the field, query parameter or header")
            String field,

            String message) {

        static FieldProblem of(FieldError error, Locale language) {
            return new FieldProblem(error.field(), error.message().in(language));
        }
    }

    record Refusal(
            @JsonPropertyDescription("id of the rule; STATE when the act is out of order")
            String rule,

            @JsonPropertyDescription("on which it rests") String article,
            @JsonPropertyDescription("what is wrong") String message,
            @JsonPropertyDescription("what you can do") String remedy,

            @JsonPropertyDescription("path of the field; absent when it is about the act as a whole")
            String field,

            @JsonPropertyDescription("where in the text of the field; absent when it is about the field as a whole")
            PlaceView place) {

        /** UTF-16 characters of the text: the first from 0, and the one after the last. */
        record PlaceView(Kind kind, int from, int to) {

            static PlaceView of(TextFind find) {
                return find == null ? null : new PlaceView(find.kind(), find.from(), find.to());
            }
        }

        static Refusal of(Finding finding, Locale language) {
            return finding == null
                    ? null
                    : new Refusal(
                            finding.rule(),
                            finding.article(),
                            finding.message().in(language),
                            finding.remedy().in(language),
                            finding.field(),
                            PlaceView.of(finding.place()));
        }
    }

    /** RFC 9457. */
    record Problem(
            String type,
            String title,
            int status,
            String detail,

            @JsonPropertyDescription("the trace id, to be named when you ask for help")
            String instance,

            @JsonPropertyDescription("every rule that the act breaks")
            List<Refusal> refusals,

            @JsonPropertyDescription("everything that is wrong with the request")
            List<FieldProblem> errors,

            @JsonPropertyDescription("place in a message that could not be read")
            String where,

            @JsonPropertyDescription("the version that there is now")
            Long currentVersion,

            @JsonPropertyDescription(
                    "what others changed since the version that you saw, as far as you may know it; oldest first")
            List<ChangeView> changes) {}

    record ChangeView(
            @JsonPropertyDescription("that came of it") long version,

            Instant at,
            Act act,
            BilingualText what,

            @JsonPropertyDescription("of who did it; absent for the bureau and the platform")
            String participant,

            @JsonPropertyDescription("in which it was done; empty for the platform")
            List<Role> roles,

            @JsonPropertyDescription("the fields that changed; a list as a whole")
            List<String> fields) {

        static ChangeView of(Change change) {
            return new ChangeView(
                    change.version(),
                    change.at(),
                    change.act(),
                    BilingualText.of(change.act().label()),
                    change.participant(),
                    change.roles().stream().sorted().toList(),
                    change.fields());
        }
    }

    record Health(
            @JsonPropertyDescription("pass, warn (it works, but somebody should look) or fail")
            String status,

            String version,
            List<Check> checks,

            @JsonPropertyDescription("how each module is; only with ?details=true, for who may see modules")
            List<ModuleHealthView> modules) {

        record Check(
                String name,

                @JsonPropertyDescription("pass, warn or fail")
                String status,

                @JsonPropertyDescription("what is wrong and what to do")
                String message) {}
    }

    record ParticipantView(
            String id,
            String name,
            String kind,
            List<OrganView> organs,

            @JsonPropertyDescription("CBS code of a municipality")
            String municipality,

            @JsonPropertyDescription("false for a party without data exchange")
            boolean designated,

            @JsonPropertyDescription("whether its plugin is there; without one its data are frozen")
            boolean connected) {

        record OrganView(Organ organ, List<String> tasks) {}

        static ParticipantView of(Participant participant, boolean connected) {
            return new ParticipantView(
                    participant.id(),
                    participant.name(),
                    participant.kind(),
                    participant.organs().stream()
                            .sorted()
                            .map(o ->
                                    new OrganView(o, o.tasks().stream().sorted().toList()))
                            .toList(),
                    participant.municipality(),
                    participant.isDesignated(),
                    connected);
        }
    }

    record ParticipantList(String region, String regionName, List<ParticipantView> items) {}

    record InterventionTypeView(
            @JsonPropertyDescription("kind of participant that carries it out")
            String participantKind,

            String code,
            BilingualText name,
            InterventionType.Category category,
            Organ organ,
            String task,
            BasisView basis,
            BilingualText decision,
            BilingualText conditions,
            List<DataCategory> dataNeeded,
            BilingualText expectedEffect,
            BilingualText sideEffect,
            BilingualText barrierStep) {

        record BasisView(String law, String article, String version, boolean checkedByJurist) {}

        static InterventionTypeView of(String kind, InterventionType type) {
            InterventionType.Basis basis = type.basis();
            return new InterventionTypeView(
                    kind,
                    type.code(),
                    BilingualText.of(type.name()),
                    type.category(),
                    type.organ(),
                    type.task(),
                    basis == null
                            ? null
                            : new BasisView(basis.law(), basis.article(), basis.version(), basis.checkedByJurist()),
                    BilingualText.of(type.decision()),
                    BilingualText.of(type.conditions()),
                    type.dataNeeded().stream().sorted().toList(),
                    BilingualText.of(type.expectedEffect()),
                    BilingualText.of(type.sideEffect()),
                    BilingualText.of(type.barrierStep()));
        }
    }

    record InterventionTypeList(List<InterventionTypeView> items) {}

    record SignalFormView(
            @JsonPropertyDescription("kind of participant that uses it")
            String participantKind,

            String name,
            BilingualText title,
            BilingualText help,

            @JsonRawValue
            @JsonPropertyDescription(
                    "JSON Schema of the answers; under \"knelpunt\" each question has its label and where its answer goes")
            Object schema) {

        static SignalFormView of(String kind, SignalForm form) {
            return new SignalFormView(
                    kind, form.name(), BilingualText.of(form.title()), BilingualText.of(form.help()), form.schema());
        }
    }

    record SignalFormList(List<SignalFormView> items) {}

    record PanelDatum(
            DataCategory category,

            @JsonPropertyDescription("name of the datum") String field) {}

    record DatumPanelView(
            @JsonPropertyDescription("kind of participant whose data it is about")
            String participantKind,

            String name,
            BilingualText title,

            @JsonPropertyDescription("of which it says something")
            List<PanelDatum> data,

            @JsonPropertyDescription("where its script is") String href) {

        static DatumPanelView of(String kind, DatumPanel panel) {
            return new DatumPanelView(
                    kind,
                    panel.name(),
                    BilingualText.of(panel.title()),
                    panel.data().stream()
                            .map(d -> new PanelDatum(d.category(), d.field()))
                            .sorted(Comparator.comparing(PanelDatum::category).thenComparing(PanelDatum::field))
                            .toList(),
                    "/v1/datum-panels/" + kind + "/" + panel.name());
        }
    }

    record DatumPanelList(List<DatumPanelView> items) {}

    record DatumPanelScript(
            @JsonPropertyDescription(
                    "ES module; its default export is asked with { category, field, content } and the language (nl, en), and answers a list of"
                            + " { text }, { notice, text }, { pairs } and { table }. Somebody else's code: to be run apart from all else")
            String script) {}

    record HelpPageView(
            String participantKind,
            BilingualText name,

            @JsonPropertyDescription("Markdown") BilingualText page) {}

    record HelpPageList(List<HelpPageView> items) {}

    record DataCategoryView(
            DataCategory code,
            BilingualText name,

            @JsonPropertyDescription("from which it may be shared; absent when it never may")
            Integer phase,

            @JsonPropertyDescription("organs that may supply it then, as this RIEC reads the law on the FIOD")
            List<Organ> suppliers) {

        static DataCategoryView of(DataCategory category, Policy policy) {
            return PhaseMatrix.ROWS.stream()
                    .filter(r -> r.category() == category)
                    .findFirst()
                    .map(r -> new DataCategoryView(
                            category,
                            BilingualText.of(category.label()),
                            r.phase(),
                            Arrays.stream(Organ.values())
                                    .filter(o -> PhaseMatrix.allows(category, o, r.phase(), policy))
                                    .toList()))
                    .orElseGet(
                            () -> new DataCategoryView(category, BilingualText.of(category.label()), null, List.of()));
        }
    }

    record BranchView(
            @JsonPropertyDescription("a letter, or two digits")
            String code,

            @JsonPropertyDescription("letter to which it belongs")
            String section,

            BilingualText name) {}

    record BranchList(List<BranchView> items) {}

    record DataCategoryList(
            List<DataCategoryView> items,

            @JsonPropertyDescription("how the law is read on the FIOD here")
            Policy.Fiod fiod) {}

    record RuleView(
            String id,
            Rule.Kind kind,
            @JsonPropertyDescription("on which it rests") String article,

            @JsonPropertyDescription("first day on which it holds")
            LocalDate validFrom,

            @JsonPropertyDescription("last day on which it holds; absent while no end is known")
            LocalDate validTo,

            @JsonPropertyDescription("points of the processing at which it looks")
            List<Moment> moments,

            @JsonPropertyDescription("acts at which it looks; none where the gate itself says it")
            List<Act> acts,

            @JsonPropertyDescription("why an act is refused; {names} are filled in a refusal")
            BilingualText message,

            @JsonPropertyDescription("what to do") BilingualText remedy,

            @JsonPropertyDescription("whether this RIEC does without it")
            boolean switchedOff) {

        static RuleView of(Rule rule, Policy policy) {
            return new RuleView(
                    rule.id(),
                    rule.kind(),
                    rule.article(),
                    rule.validFrom(),
                    rule.validTo(),
                    rule.moments().stream().sorted().toList(),
                    rule.acts().stream().sorted().toList(),
                    BilingualText.of(rule.message()),
                    BilingualText.of(rule.remedy()),
                    policy.switchedOff().contains(rule.id()));
        }
    }

    record RuleList(
            @JsonPropertyDescription("of the rules in force with policy and modules, as decisions and the log name it")
            String version,

            @JsonPropertyDescription("the day whose rules they are")
            LocalDate date,

            @JsonPropertyDescription("day on which the rules of the law were last held against the law")
            LocalDate checked,

            List<RuleView> items) {}

    record NewSession(@Mandatory String name, @Mandatory String password) {

        @Override
        public String toString() {
            return "NewSession";
        }
    }

    record SessionView(
            @JsonPropertyDescription("to be sent as: Authorization: Bearer …; shown once")
            String token,

            Instant expires,
            AccountView account,

            @JsonPropertyDescription(
                    "whether the duty of secrecy is still to be acknowledged: until then nothing can be done (G49)")
            boolean secrecyToAcknowledge) {

        static SessionView of(Accounts.Session session) {
            return new SessionView(
                    session.token(),
                    session.expires(),
                    AccountView.of(session.account()),
                    session.account().owesSecrecy());
        }

        @Override
        public String toString() {
            return "SessionView";
        }
    }

    record SecrecyView(
            BilingualText text,

            @JsonPropertyDescription("when you acknowledged it; absent until then")
            Instant acknowledged) {}

    record AccountView(
            UUID id,
            String name,
            String displayName,

            @JsonPropertyDescription("that appointed the person")
            String participant,

            Organ organ,
            List<Role> roles,
            boolean screened,
            LocalDate trainedUntil,

            @JsonPropertyDescription("when the person acknowledged the duty of secrecy; absent until then")
            Instant secrecyAcknowledged,

            boolean active) {

        static AccountView of(Account account) {
            return new AccountView(
                    account.id(),
                    account.name(),
                    account.displayName(),
                    account.participant(),
                    account.organ(),
                    account.roles().stream().sorted().toList(),
                    account.screened(),
                    account.trainedUntil(),
                    account.secrecyAcknowledged(),
                    account.active());
        }
    }

    record AccountList(List<AccountView> items) {}

    record NamedPerson(
            UUID id,
            String displayName,

            @JsonPropertyDescription("that appointed the person")
            String participant,

            List<Role> roles) {

        static NamedPerson of(Accounts.Named named) {
            return new NamedPerson(
                    named.id(),
                    named.displayName(),
                    named.participant(),
                    named.roles().stream().sorted().toList());
        }
    }

    record PeopleList(List<NamedPerson> items) {}

    /** What there is proof of for an appointment. */
    record Qualification(
            @Mandatory @JsonPropertyDescription("certificate of conduct or screening (article 1.11 Bgs)")
            Boolean screened,

            @JsonPropertyDescription("last day on which the training counts (article 1.17 Bgs); absent when none does")
            LocalDate trainedUntil) {}

    record NewAccount(
            @Mandatory @JsonPropertyDescription("lower case letters, digits, dots and hyphens")
            String name,

            @Mandatory String displayName,
            @Mandatory String participant,

            @JsonPropertyDescription("for which the person acts; absent for bureau roles")
            Organ organ,

            @Mandatory List<Role> roles,
            boolean screened,
            LocalDate trainedUntil,

            @Mandatory @JsonPropertyDescription("at least 12 characters")
            String password) {

        @Override
        public String toString() {
            return "NewAccount";
        }
    }

    record MessageReceipt(
            @JsonPropertyDescription("the drafts, in the order of the message")
            List<Changed> signals,

            @JsonPropertyDescription("how many of them were there already")
            int repeated) {}

    @JsonInclude
    record LogVerification(
            boolean whole,
            long records,

            @JsonPropertyDescription("number of the first record that does not fit; null when all do")
            Long firstBroken,

            String reason) {

        static LogVerification of(Verification verification) {
            return new LogVerification(
                    verification.isWhole(), verification.records(), verification.firstBroken(), verification.reason());
        }
    }

    record BackupView(String directory, Map<String, Long> counts, long logRecords, String logHead) {

        static BackupView of(Backups.Backup backup) {
            Backups.Contents contents = backup.contents();
            return new BackupView(
                    backup.directory().toString(), contents.counts(), contents.logRecords(), contents.logHead());
        }
    }

    record ContentsView(
            @JsonPropertyDescription("rows per table") Map<String, Long> counts,
            long logRecords,

            @JsonPropertyDescription("hash of the last log record, hex")
            String logHead) {

        static ContentsView of(Backups.Contents contents) {
            return new ContentsView(contents.counts(), contents.logRecords(), contents.logHead());
        }
    }

    record ClockView(Instant now) {}

    record ClockMove(
            @JsonPropertyDescription("a moment; or else forward")
            Instant to,

            @JsonPropertyDescription("an ISO 8601 duration, such as P30D or PT12H")
            String forward) {}
}
