package nl.knelpunt.modules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The schemas of descriptors as they are published for integrators and their editors. */
final class Schemas {

    static final Path ROOT = Path.of("../..");

    private Schemas() {}

    static String text(String descriptor) throws IOException {
        return Files.readString(ROOT.resolve("docs/integrators/schema/" + descriptor + ".schema.json"));
    }

    static JsonNode json(String descriptor) throws IOException {
        return new ObjectMapper().readTree(text(descriptor));
    }

    static boolean accepts(String descriptor, String json) throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text(descriptor));
        return schema.validate(
                        json, InputFormat.JSON, c -> c.getExecutionConfig().setFormatAssertionsEnabled(true))
                .isEmpty();
    }
}
