package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import nl.knelpunt.engine.text.Confirmation;
import nl.knelpunt.engine.text.Kind;

/** The JSON of what writers confirm of their texts. */
final class ConfirmationShapes {

    /** Property of every body that brings in texts. */
    static final String CONFIRMATIONS = "confirmations";

    static final int MOST = 100;

    private ConfirmationShapes() {}

    record ConfirmationBody(
            @Mandatory @JsonPropertyDescription("path of the text, as the refusal named it")
            String field,

            @Mandatory @JsonPropertyDescription("as the refusal named it")
            Kind kind,

            @Mandatory @JsonPropertyDescription("the words that stand there, which are not what they look like")
            String words) {

        @Override
        public String toString() {
            return "ConfirmationBody[" + field + "]";
        }
    }

    record Confirmations(
            @JsonPropertyDescription(
                    "what the writer records of finds in these texts: not said of a person, or observed so")
            List<ConfirmationBody> confirmations) {

        List<Confirmation> engine() {
            if (confirmations == null) {
                return List.of();
            }
            if (confirmations.size() > MOST) {
                throw BadRequestException.of(
                        CONFIRMATIONS, "Hoogstens " + MOST + " stuks.", "At most " + MOST + " of these.");
            }
            return confirmations.stream()
                    .map(c -> new Confirmation(c.field(), c.kind(), c.words()))
                    .toList();
        }
    }
}
