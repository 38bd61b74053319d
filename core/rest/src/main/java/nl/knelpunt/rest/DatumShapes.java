package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.dossier.AnalysisMethod;
import nl.knelpunt.engine.dossier.BibobBasis;
import nl.knelpunt.engine.dossier.Data;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Marks.Necessity;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.WjsgArticle;
import nl.knelpunt.engine.guard.Obligation;
import nl.knelpunt.engine.lifecycle.DatumState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.rest.Shapes.BilingualText;
import nl.knelpunt.rest.Shapes.Links;
import nl.knelpunt.rest.Shapes.Refusal;
import nl.knelpunt.rest.SignalShapes.GradingBody;

/** The JSON of data about subjects. */
final class DatumShapes {

    private DatumShapes() {}

    record PoliceBody(WpgClass wpgClass, String agreement) {

        static PoliceBody of(PoliceBasis police) {
            return police == null ? null : new PoliceBody(police.wpgClass(), police.agreement());
        }

        static PoliceBasis engine(PoliceBody police) {
            return police == null ? null : new PoliceBasis(police.wpgClass(), police.agreement());
        }
    }

    record BibobBody(
            @JsonPropertyDescription("day of the advice") LocalDate advice,

            @JsonPropertyDescription("participant that sees the data, in support of applying the Wet Bibob")
            String supports,

            @JsonPropertyDescription("how it supports that") String how) {

        static BibobBody of(BibobBasis bibob) {
            return bibob == null ? null : new BibobBody(bibob.advice(), bibob.supports(), bibob.how());
        }

        static BibobBasis engine(BibobBody bibob) {
            return bibob == null ? null : new BibobBasis(bibob.advice(), bibob.supports(), bibob.how());
        }
    }

    record NewDatumBody(
            @JsonPropertyDescription("whom it is about, if that subject is in the dossier already")
            UUID subject,

            @JsonPropertyDescription("whom it is about, if not")
            NewSubjectBody newSubject,

            DataCategory category,

            @JsonPropertyDescription("what the value is, such as kenteken")
            String field,

            @JsonPropertyDescription("the value, at most 4,000 characters")
            String content,

            @JsonPropertyDescription("statutory task of the supplier")
            String task,

            @JsonPropertyDescription("legal basis of the supply")
            String basis,

            @JsonPropertyDescription("1, 2 or 3; only in a knelpunt")
            Integer phase,

            boolean lawfullyHeld,
            @JsonPropertyDescription("only of police data") PoliceBody police,

            @JsonPropertyDescription("only of what the prosecution supplies")
            WjsgArticle wjsg,

            @JsonPropertyDescription("only of data from a Bibob file")
            BibobBody bibob,

            @JsonPropertyDescription("it falls under the secrecy of medicine or youth care")
            boolean professionalSecrecy,

            @JsonPropertyDescription("only of a nationality: why identification can't do without")
            String unavoidable,

            @JsonPropertyDescription(
                    "evaluation and handling codes; only in a knelpunt, since data of a signal go by its own")
            GradingBody grading) {

        record NewSubjectBody(
                @Mandatory SubjectKind kind,

                @JsonPropertyDescription("the subject in whose direct circle it is")
                UUID circleOf,

                String circleReason) {}

        NewDatum engine() {
            return new NewDatum(
                    subject,
                    newSubject == null
                            ? null
                            : new NewDatum.NewSubject(
                                    newSubject.kind(), newSubject.circleOf(), newSubject.circleReason()),
                    category,
                    field,
                    content,
                    task,
                    basis,
                    phase == null ? 0 : phase,
                    lawfullyHeld,
                    PoliceBody.engine(police),
                    wjsg,
                    BibobBody.engine(bibob),
                    professionalSecrecy,
                    unavoidable,
                    grading == null ? null : grading.engine());
        }

        @Override
        public String toString() {
            return "NewDatumBody";
        }
    }

    record SubjectView(UUID id, SubjectKind kind, UUID circleOf, String circleReason) {

        static SubjectView of(Subject subject) {
            return subject == null
                    ? null
                    : new SubjectView(subject.id(), subject.kind(), subject.circleOf(), subject.circleReason());
        }
    }

    record DatumView(
            UUID id,

            @JsonPropertyDescription("of the datum, to be sent as If-Match when it is changed")
            long version,

            DatumState state,
            BilingualText stateLabel,
            SubjectView subject,
            DataCategory category,
            String field,
            String content,
            String supplier,
            Organ organ,
            String task,
            String basis,
            int phase,
            boolean lawfullyHeld,
            PoliceBody police,
            WjsgArticle wjsg,
            BibobBody bibob,
            String unavoidable,

            @JsonPropertyDescription("evaluation and handling codes of the signal that it came with")
            GradingBody grading,

            List<OriginFlag> origins,
            Instant firstProcessed,

            @JsonPropertyDescription("last day on which it may exist")
            LocalDate destroyBy,

            @JsonPropertyDescription("its supplier blocked it for weighty reasons: only the supplier sees it")
            VetoView veto,

            @JsonPropertyDescription("it was found wrong, and is frozen until its supplier corrects or destroys it")
            ErrorView error,

            @JsonPropertyDescription("its supplier found that the last report of an error was wrong")
            RejectionView rejected,

            @JsonPropertyDescription("it is kept though it may be past its last day")
            HoldView hold,

            @JsonPropertyDescription("why it was taken over, and why its BSN was seen whole")
            List<NecessityView> necessities,

            @JsonPropertyDescription("when its supplier last corrected it; whoever used it before had another value")
            Instant correctedAt,

            @JsonPropertyDescription("of whoever shows it on")
            List<Obligation> obligations,

            @JsonPropertyDescription("why the content is not shown; absent when it is")
            Refusal frozen) {

        static DatumView of(ShownDatum shown, Locale language) {
            Datum datum = shown.datum();
            Source source = datum.source();
            Marks marks = datum.marks();
            return new DatumView(
                    datum.id(),
                    datum.version(),
                    datum.state(),
                    BilingualText.of(datum.state().label()),
                    SubjectView.of(shown.subject()),
                    datum.category(),
                    datum.field(),
                    datum.content(),
                    source.supplier(),
                    source.organ(),
                    source.task(),
                    source.basis(),
                    datum.phase(),
                    source.lawfullyHeld(),
                    PoliceBody.of(source.police()),
                    source.wjsg(),
                    BibobBody.of(source.bibob()),
                    source.unavoidable(),
                    GradingBody.of(source.grading()),
                    datum.origins().stream().sorted().toList(),
                    datum.firstProcessed(),
                    datum.destroyBy(),
                    VetoView.of(marks.veto()),
                    ErrorView.of(marks.error()),
                    RejectionView.of(marks.rejected()),
                    HoldView.of(marks.hold()),
                    marks.necessities().stream().map(NecessityView::of).toList(),
                    marks.corrected(),
                    shown.obligations().stream().sorted().toList(),
                    Refusal.of(shown.frozen(), language));
        }

        static List<DatumView> all(List<ShownDatum> shown, Locale language) {
            return shown.stream().map(d -> of(d, language)).toList();
        }

        @Override
        public String toString() {
            return "DatumView[" + id + "]";
        }
    }

    record VetoView(String ground, Instant at) {

        static VetoView of(Marks.Veto veto) {
            return veto == null ? null : new VetoView(veto.ground(), veto.at());
        }
    }

    record ErrorView(
            @JsonPropertyDescription("that found it wrong; absent for the bureau")
            String participant,

            @JsonPropertyDescription("what is wrong") String reason,
            Instant at) {

        static ErrorView of(Marks.ErrorReport error) {
            return error == null ? null : new ErrorView(error.participant(), error.reason(), error.at());
        }
    }

    record RejectionView(
            @JsonPropertyDescription("how it knows that the datum is right")
            String reason,

            Instant at) {

        static RejectionView of(Marks.Rejection rejection) {
            return rejection == null ? null : new RejectionView(rejection.reason(), rejection.at());
        }
    }

    record HoldView(
            Marks.Hold.Ground ground,
            @JsonPropertyDescription("which rule or claim") String reason,
            Instant at,

            @JsonPropertyDescription("last day; then it is looked at again or the datum goes")
            LocalDate until) {

        static HoldView of(Marks.Hold hold) {
            return hold == null ? null : new HoldView(hold.ground(), hold.reason(), hold.at(), hold.until());
        }
    }

    record NecessityView(
            Necessity.Of of,
            String reason,

            @JsonPropertyDescription("for which was decided; absent for the bureau")
            String participant,

            UUID person,
            Instant at) {

        static NecessityView of(Necessity necessity) {
            return new NecessityView(
                    necessity.of(), necessity.reason(), necessity.participant(), necessity.person(), necessity.at());
        }
    }

    record NewReveal(
            @JsonPropertyDescription("why you need the BSN whole")
            String necessity) {}

    record NewVeto(
            @Mandatory @JsonPropertyDescription("the weighty reason, no more than is needed")
            String ground) {}

    record NewError(
            @Mandatory @JsonPropertyDescription("what is wrong, without the value")
            String reason) {}

    record CorrectionBody(
            @Mandatory @JsonPropertyDescription("the right value, at most 4,000 characters")
            String content) {

        @Override
        public String toString() {
            return "CorrectionBody";
        }
    }

    record NewHold(
            @JsonPropertyDescription("a legal rule that prevents destruction, or a legal claim")
            Marks.Hold.Ground ground,

            @JsonPropertyDescription("which rule or claim") String reason,

            @JsonPropertyDescription("last day; absent for as long as a hold may last")
            LocalDate until) {}

    record NewReuse(
            @Mandatory @JsonPropertyDescription("id of a datum in another dossier that you may see")
            UUID datum,

            @JsonPropertyDescription("whom it is about in this dossier; absent for who came from the same signal")
            UUID subject,

            @JsonPropertyDescription("why this dossier needs it")
            String necessity) {}

    record NewAnalysis(
            @JsonPropertyDescription("how it is analysed; only BY_A_PERSON is allowed to a RIEC")
            AnalysisMethod method,

            @JsonPropertyDescription("only data about these subjects; absent for all")
            List<UUID> subjects,

            @JsonPropertyDescription("only data of these categories; absent for all")
            List<DataCategory> categories) {

        Data.Selection engine() {
            return new Data.Selection(method, subjects, categories == null ? null : Set.copyOf(categories));
        }
    }

    record OwnDatumView(
            @JsonPropertyDescription("the knelpunt that it is in; your participant may not be involved in it any more")
            UUID knelpunt,

            DatumView datum) {

        static OwnDatumView of(ShownDatum shown, Locale language) {
            return new OwnDatumView(shown.datum().dossier(), DatumView.of(shown, language));
        }
    }

    record OwnDatumList(List<OwnDatumView> items, Links links) {}

    record DatumList(List<DatumView> items, Links links) {}
}
