package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.analysis.ShownAnalysis;
import nl.knelpunt.engine.lifecycle.AnalysisState;
import nl.knelpunt.rest.Shapes.BilingualText;
import nl.knelpunt.rest.Shapes.Links;
import nl.knelpunt.rest.TextShapes.FilledTextView;

/** The JSON of written analyses. */
final class AnalysisShapes {

    private static final Map<String, BilingualText> TITLES = titles();

    private AnalysisShapes() {}

    private static Map<String, BilingualText> titles() {
        Map<String, BilingualText> titles = new LinkedHashMap<>();
        titles.put("seriousness", new BilingualText("Ernst", "Seriousness"));
        titles.put("size", new BilingualText("Omvang", "Size"));
        titles.put("causes", new BilingualText("Oorzaken", "Causes"));
        titles.put("patterns", new BilingualText("Patronen", "Patterns"));
        titles.put("vulnerabilities", new BilingualText("Kwetsbaarheden", "Vulnerabilities"));
        titles.put("conclusions", new BilingualText("Conclusies", "Conclusions"));
        return titles;
    }

    record NewQuestion(
            @Mandatory @JsonPropertyDescription("what is asked, without names")
            String question,

            @JsonPropertyDescription("last day; absent for none")
            LocalDate due) {}

    record AnalysisPatch(SectionsBody sections) {

        static AnalysisPatch of(Analysis.Sections sections) {
            return new AnalysisPatch(new SectionsBody(
                    sections.seriousness(),
                    sections.size(),
                    sections.causes(),
                    sections.patterns(),
                    sections.vulnerabilities(),
                    sections.conclusions()));
        }

        Analysis.Sections engine() {
            return sections == null
                    ? Analysis.Sections.NONE
                    : new Analysis.Sections(
                            sections.seriousness,
                            sections.size,
                            sections.causes,
                            sections.patterns,
                            sections.vulnerabilities,
                            sections.conclusions);
        }
    }

    /** Persons are named as {datum:ID} or {subject:ID}. */
    record SectionsBody(
            @JsonPropertyDescription("how serious it is") String seriousness,

            @JsonPropertyDescription("how much of it there is, and where")
            String size,

            @JsonPropertyDescription("what makes it possible")
            String causes,

            @JsonPropertyDescription("what recurs: how, when, along which ways")
            String patterns,

            @JsonPropertyDescription("where it can be hit, and where society is open to it")
            String vulnerabilities,

            @JsonPropertyDescription("what follows, and what is advised")
            String conclusions) {

        @Override
        public String toString() {
            return "SectionsBody";
        }
    }

    record NewTest(
            @Mandatory @JsonPropertyDescription("final, or else back to its writer")
            Boolean good,

            @JsonPropertyDescription("what is to be mended; needed when it is not good")
            String remarks) {}

    record QuestionView(FilledTextView text, LocalDate due, UUID person, Instant at) {}

    record MoveView(
            AnalysisState to,
            UUID person,
            Instant at,
            @JsonPropertyDescription("of who tested it") String remarks) {}

    record SectionView(
            @JsonPropertyDescription("name of the field in a change")
            String field,

            BilingualText title,

            @JsonPropertyDescription("absent when it is still to be written")
            FilledTextView text) {}

    record AnalysisView(
            UUID id,
            UUID knelpunt,

            @JsonPropertyDescription("which version of the analysis of this knelpunt")
            int number,

            long version,
            AnalysisState state,
            BilingualText stateLabel,

            @JsonPropertyDescription("of the case director; absent when the analyst began by itself")
            QuestionView question,

            List<SectionView> sections,

            @JsonPropertyDescription("who wrote last; may not test it")
            UUID writer,

            List<MoveView> moves) {

        static AnalysisView of(ShownAnalysis shown, Locale language) {
            Analysis analysis = shown.analysis();
            Analysis.Question question = analysis.question();
            return new AnalysisView(
                    analysis.id(),
                    analysis.knelpunt(),
                    analysis.number(),
                    analysis.version(),
                    analysis.state(),
                    BilingualText.of(analysis.state().label()),
                    question == null
                            ? null
                            : new QuestionView(
                                    FilledTextView.of(shown.question(), language),
                                    question.due(),
                                    question.person(),
                                    question.at()),
                    TITLES.entrySet().stream()
                            .map(t -> new SectionView(
                                    t.getKey(),
                                    t.getValue(),
                                    FilledTextView.of(shown.sections().get(t.getKey()), language)))
                            .toList(),
                    analysis.writer(),
                    analysis.moves().stream()
                            .map(m -> new MoveView(m.to(), m.person(), m.at(), m.remarks()))
                            .toList());
        }

        @Override
        public String toString() {
            return "AnalysisView[" + id + "]";
        }
    }

    record AnalysisItem(
            UUID id,
            int number,
            long version,
            AnalysisState state,
            BilingualText stateLabel,

            @JsonPropertyDescription("last day of what was asked")
            LocalDate due,

            String href) {

        static AnalysisItem of(Analysis analysis, String href) {
            return new AnalysisItem(
                    analysis.id(),
                    analysis.number(),
                    analysis.version(),
                    analysis.state(),
                    BilingualText.of(analysis.state().label()),
                    analysis.question() == null ? null : analysis.question().due(),
                    href);
        }
    }

    record AnalysisList(List<AnalysisItem> items, Links links) {}
}
