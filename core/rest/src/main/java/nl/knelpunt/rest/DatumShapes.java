package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.dossier.BibobBasis;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.OriginFlag;
import nl.knelpunt.engine.dossier.ShownDatum;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.WjsgArticle;
import nl.knelpunt.engine.guard.Obligation;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.engine.signal.WpgClass;
import nl.knelpunt.rest.Shapes.Links;
import nl.knelpunt.rest.Shapes.Refusal;

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
            String unavoidable) {

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
                    unavoidable);
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
            List<OriginFlag> origins,
            Instant firstProcessed,

            @JsonPropertyDescription("last day on which it may exist")
            LocalDate destroyBy,

            @JsonPropertyDescription("of whoever shows it on")
            List<Obligation> obligations,

            @JsonPropertyDescription("why the content is not shown; absent when it is")
            Refusal frozen) {

        static DatumView of(ShownDatum shown, Locale language) {
            Datum datum = shown.datum();
            Source source = datum.source();
            return new DatumView(
                    datum.id(),
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
                    datum.origins().stream().sorted().toList(),
                    datum.firstProcessed(),
                    datum.destroyBy(),
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

    record DatumList(List<DatumView> items, Links links) {}
}
