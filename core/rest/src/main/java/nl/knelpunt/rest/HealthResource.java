package nl.knelpunt.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.port.HealthCheck;
import nl.knelpunt.rest.ModuleShapes.ModuleHealthView;
import nl.knelpunt.rest.Shapes.Health;
import nl.knelpunt.rest.Shapes.Health.Check;

/** Whether the platform works. The first thing that a starting platform is asked, so written without data binding. */
final class HealthResource {

    static final String STARTING = "starting";

    private static final Logger LOG = System.getLogger(HealthResource.class.getName());
    private static final String PASS = "pass";
    private static final String WARN = "warn";
    private static final String FAIL = "fail";

    private final UseCases use;
    private final String version;
    private final JsonFactory factory = new JsonFactory();

    HealthResource(UseCases use, String version) {
        this.use = use;
        this.version = version;
    }

    Answer see(Exchange exchange) throws IOException {
        List<Check> checks = new ArrayList<>();
        if (!use.isComplete()) {
            checks.add(new Check(
                    STARTING, FAIL, ProblemException.starting().detail().in(exchange.language())));
        }
        for (HealthCheck check : use.checks()) {
            checks.add(look(check, exchange.language()));
        }
        boolean well = checks.stream().noneMatch(c -> c.status().equals(FAIL));
        boolean calm = checks.stream().allMatch(c -> c.status().equals(PASS));
        List<ModuleHealthView> modules = exchange.flag("details") ? modules(exchange) : null;
        byte[] body = write(new Health(calm ? PASS : well ? WARN : FAIL, version, checks, modules));
        return well ? Answer.of(body) : new Answer(503, body, Map.of("Retry-After", "1"));
    }

    /** Only for who may see modules. */
    private List<ModuleHealthView> modules(Exchange exchange) {
        String token = ApiServlet.token(exchange.request().getHeader("Authorization"));
        Caller caller = use.accounts().authenticate(token).orElseThrow(ProblemException::notSignedIn);
        return use.modules().list(new Call(caller, exchange.trace(), exchange.origin())).stream()
                .map(ModuleHealthView::of)
                .toList();
    }

    private static Check look(HealthCheck check, Locale language) {
        try {
            return check.problem()
                    .map(p -> new Check(check.name(), FAIL, p.in(language)))
                    .or(() -> check.concern().map(c -> new Check(check.name(), WARN, c.in(language))))
                    .orElseGet(() -> new Check(check.name(), PASS, null));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, () -> "A health check failed itself: " + Problems.withoutContent(e));
            Text text = new Text("De controle zelf werkt niet.", "The check itself does not work.");
            return new Check(check.getClass().getSimpleName(), FAIL, text.in(language));
        }
    }

    private byte[] write(Health health) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = factory.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("status", health.status());
            out.writeStringField("version", health.version());
            out.writeArrayFieldStart("checks");
            for (Check check : health.checks()) {
                out.writeStartObject();
                out.writeStringField("name", check.name());
                out.writeStringField("status", check.status());
                if (check.message() != null) {
                    out.writeStringField("message", check.message());
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            if (health.modules() != null) {
                out.writeFieldName("modules");
                out.writeRawValue(new String(Json.write(health.modules()), StandardCharsets.UTF_8));
            }
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
