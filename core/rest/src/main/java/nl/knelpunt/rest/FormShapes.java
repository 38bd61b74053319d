package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.rest.Shapes.Refusal;

/** The JSON of forms that are answered. */
final class FormShapes {

    private FormShapes() {}

    record FormAnswersBody(
            @Mandatory @JsonPropertyDescription("by the name of the question, as the form's schema says")
            ObjectNode answers) {

        /** Without the answers. */
        @Override
        public String toString() {
            return "FormAnswersBody";
        }
    }

    record LeftOut(
            @JsonPropertyDescription("whose answer is not in the draft")
            String question,

            @JsonPropertyDescription("why not") List<Refusal> refusals) {}

    record FormDraft(
            @JsonPropertyDescription("of the draft") UUID id,
            String state,

            @JsonPropertyDescription("of it now; to be sent back as If-Match")
            long version,

            @JsonPropertyDescription("where it is") String href,

            @JsonPropertyDescription("answers that the guard did not take as data; empty when all went along")
            List<LeftOut> leftOut) {}
}
