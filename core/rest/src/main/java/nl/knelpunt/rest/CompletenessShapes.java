package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Completeness;
import nl.knelpunt.engine.dossier.ProposalPart;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.rest.Shapes.BilingualText;

/** The JSON of what a proposal has and lacks. */
final class CompletenessShapes {

    private CompletenessShapes() {}

    record MissingView(String field, BilingualText message, BilingualText remedy) {

        static MissingView of(Finding finding) {
            return new MissingView(
                    finding.field(), BilingualText.of(finding.message()), BilingualText.of(finding.remedy()));
        }
    }

    record PartView(
            ProposalPart part,
            BilingualText label,

            @JsonPropertyDescription("where it stands in the proposal")
            String field,

            boolean there,

            @JsonPropertyDescription("that asks for it; absent where the working method does")
            String rule,

            String article,

            @JsonPropertyDescription("each place where something is wrong; absent when the part is there")
            List<MissingView> missing) {

        static PartView of(Completeness.Part part) {
            boolean lawful = !part.part().rule().equals(Finding.STATE);
            return new PartView(
                    part.part(),
                    BilingualText.of(part.part().label()),
                    part.part().field(),
                    part.isThere(),
                    lawful ? part.part().rule() : null,
                    part.article(),
                    part.isThere()
                            ? null
                            : part.missing().stream().map(MissingView::of).toList());
        }
    }

    record PlacedView(UUID signal, Completeness.Place place, String href) {}

    record PlacesView(
            @JsonPropertyDescription("signals that lie in the drawn area")
            int in,

            @JsonPropertyDescription("signals that lie beside it")
            int out,

            @JsonPropertyDescription("signals without coordinates")
            int unknown,

            @JsonPropertyDescription("those that you may see")
            List<PlacedView> signals) {

        static PlacesView of(Completeness.Places places) {
            return places == null
                    ? null
                    : new PlacesView(
                            places.in(),
                            places.out(),
                            places.unknown(),
                            places.signals().stream()
                                    .map(p -> new PlacedView(p.signal(), p.place(), SignalResource.href(p.signal())))
                                    .toList());
        }
    }

    record CompletenessView(
            @JsonPropertyDescription("whether it can be submitted")
            boolean complete,

            List<PartView> parts,

            @JsonPropertyDescription("its signals against the drawn area; absent where none is drawn")
            PlacesView places) {

        static CompletenessView of(Completeness completeness) {
            return new CompletenessView(
                    completeness.isComplete(),
                    completeness.parts().stream().map(PartView::of).toList(),
                    PlacesView.of(completeness.places()));
        }
    }
}
