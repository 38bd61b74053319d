package nl.knelpunt.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.DefaultSchemaDefinitionNamingStrategy;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Area;
import nl.knelpunt.rest.ConfirmationShapes.Confirmations;
import nl.knelpunt.rest.Shapes.Health;
import nl.knelpunt.rest.Shapes.Problem;

/** The OpenAPI document, made from the route table at the first request for it. */
final class OpenApi {

    /** Names in paths that are no UUIDs. */
    private static final Set<String> NO_IDS = Set.of("participant", "model", "year", "kind", "plan", "fingerprint");

    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String DESCRIPTION = "description";

    private final RouteTable table;
    private volatile byte[] document;

    OpenApi(RouteTable table) {
        this.table = table;
    }

    Answer see(Exchange exchange) throws IOException {
        byte[] made = document;
        if (made == null) {
            made = Json.write(make());
            document = made;
        }
        return Answer.of(made);
    }

    private ObjectNode make() {
        SchemaBuilder schemas = schemas();
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("openapi", "3.1.0");
        ObjectNode info = root.putObject("info");
        info.put("title", "Knelpunt");
        info.put("version", ApiServlet.API_VERSION);
        info.put(
                DESCRIPTION,
                "Signals, handhavingsknelpunten and interventions of a RIEC under the Wgs. What does not exist and what you may"
                        + " not see is refused alike. A change answers with the new version as ETag.");
        info.putObject("contact")
                .put("name", "Knelpunt")
                .put("email", "beheer@knelpunt.example")
                .put("url", "https://knelpunt.example");
        info.putObject("license").put("name", "EUPL-1.2").put("identifier", "EUPL-1.2");
        root.putArray("servers").addObject().put("url", RouteTable.BASE);
        ArrayNode tags = root.putArray("tags");
        TreeSet<String> names = new TreeSet<>();
        table.routes().forEach(r -> names.add(r.tag()));
        names.forEach(n -> tags.addObject().put("name", n));
        ObjectNode paths = root.putObject("paths");
        for (Route route : table.routes()) {
            paths.withObjectProperty(route.path())
                    .set(route.method().toLowerCase(Locale.ROOT), operation(route, schemas));
        }
        ObjectNode problem = schemas.createSchemaReference(Problem.class);
        ObjectNode components = root.putObject("components");
        ObjectNode definitions = schemas.collectDefinitions("components/schemas");
        components.set("schemas", definitions);
        ObjectNode responses = components.putObject("responses");
        TreeSet<Integer> used = new TreeSet<>();
        table.routes().forEach(r -> used.addAll(r.problems()));
        for (int status : used) {
            Text title = Problems.TITLES.get(status);
            ObjectNode response = responses.putObject("Problem" + status).put(DESCRIPTION, title.en());
            versionHeader(response);
            response.putObject("content").putObject(PROBLEM_JSON).set("schema", problem.deepCopy());
        }
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put(DESCRIPTION, "The token of POST /session.");
        return root;
    }

    private static ObjectNode operation(Route route, SchemaBuilder schemas) {
        ObjectNode operation = Json.mapper().createObjectNode();
        operation.put("operationId", route.operationId()).put("summary", route.summary());
        operation.putArray("tags").add(route.tag());
        if (!route.base().equals(RouteTable.BASE)) {
            operation.putArray("servers").addObject().put("url", route.base());
        }
        ArrayNode security = operation.putArray("security");
        if (route.access() != Route.Access.OPEN) {
            security.addObject().putArray("token");
        }
        ArrayNode parameters = parameters(route);
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        if (route.requestType() != null) {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            ObjectNode content = body.putObject("content").putObject(route.requestType());
            if (route.request() == null) {
                content.putObject("schema").put("type", "string").put("format", "binary");
            } else {
                content.set("schema", body(route, schemas));
            }
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode success = responses.putObject(String.valueOf(route.status()));
        success.put(DESCRIPTION, route.status() == 204 ? "Done" : route.summary());
        ObjectNode headers = versionHeader(success);
        if (route.isVersioned()) {
            headers.putObject("ETag")
                    .put(DESCRIPTION, "The version")
                    .putObject("schema")
                    .put("type", "string");
        }
        if (route.response() == Object.class) {
            success.putObject("content")
                    .putObject(Route.JSON)
                    .putObject("schema")
                    .put("type", "object");
        } else if (route.response() == byte[].class) {
            ObjectNode content = success.putObject("content");
            route.mediaTypes()
                    .forEach(type -> content.putObject(type)
                            .putObject("schema")
                            .put("type", "string")
                            .put("format", "binary"));
        } else if (route.response() != null) {
            ObjectNode content = success.putObject("content");
            content.putObject(Route.JSON).set("schema", schemas.createSchemaReference(route.response()));
            if (route.isStream()) {
                content.putObject(EventStreams.EVENT_STREAM)
                        .putObject("schema")
                        .put("type", "string")
                        .put(DESCRIPTION, "Each message is one of the items, under its id.");
            }
        }
        for (int status : route.problems()) {
            if (status == 503 && route.response() == Health.class) {
                unwell(responses, schemas);
            } else {
                responses.putObject(String.valueOf(status)).put("$ref", "#/components/responses/Problem" + status);
            }
        }
        return operation;
    }

    /** The one failure that is no problem document: its reader wants the checks. Said as a range, which the design rules allow. */
    private static void unwell(ObjectNode responses, SchemaBuilder schemas) {
        ObjectNode unwell = responses.putObject("5XX").put(DESCRIPTION, "503: not well, with the checks that fail");
        versionHeader(unwell);
        unwell.putObject("content").putObject(Route.JSON).set("schema", schemas.createSchemaReference(Health.class));
    }

    private static ObjectNode body(Route route, SchemaBuilder schemas) {
        ObjectNode own = schemas.createSchemaReference(route.request());
        if (!route.confirms()) {
            return own;
        }
        ObjectNode both = Json.mapper().createObjectNode();
        both.putArray("allOf").add(own).add(schemas.createSchemaReference(Confirmations.class));
        return both;
    }

    private static ArrayNode parameters(Route route) {
        ArrayNode parameters = Json.mapper().createArrayNode();
        Matcher names = PATH_PARAMETER.matcher(route.path());
        while (names.find()) {
            ObjectNode schema = parameter(parameters, "path", names.group(1), "id of the " + names.group(1));
            schema.put("type", "string");
            if (!NO_IDS.contains(names.group(1))) {
                schema.put("format", "uuid");
            }
        }
        for (Route.Query query : route.queries()) {
            ObjectNode schema = parameter(parameters, "query", query.name(), query.description());
            describe(schema, query.type());
        }
        for (Route.Header header : route.headers()) {
            parameter(parameters, "header", header.name(), header.description())
                    .put("type", "string")
                    .put("maxLength", header.longest());
        }
        if (route.isStream()) {
            parameter(parameters, "header", "Last-Event-ID", "id of the last event of the stream before")
                    .put("type", "string")
                    .put("format", "uuid");
        }
        if (route.isChange()) {
            parameter(parameters, "header", "If-Match", "ETag of what you have read; needed with PATCH")
                    .put("type", "string");
        }
        if (route.canBeMandated()) {
            parameter(
                            parameters,
                            "header",
                            Exchange.ON_BEHALF_OF,
                            "id of the participant for which you act under a mandate; absent when you act for your own")
                    .put("type", "string")
                    .put("maxLength", 200);
        }
        if (route.method().equals("POST") && route.access() == Route.Access.GUARDED) {
            parameter(
                            parameters,
                            "header",
                            "Idempotency-Key",
                            "a repeat with the same key has no second effect; something else under the same key is refused (422)")
                    .put("type", "string")
                    .put("maxLength", 255);
        }
        return parameters;
    }

    private static void describe(ObjectNode schema, Class<?> type) {
        if (type == Integer.class) {
            schema.put("type", "integer");
        } else if (type == Boolean.class) {
            schema.put("type", "boolean");
        } else {
            schema.put("type", "string");
        }
        if (type == UUID.class) {
            schema.put("format", "uuid");
        } else if (type == LocalDate.class) {
            schema.put("format", "date");
        } else if (type.isEnum()) {
            ArrayNode values = schema.putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                values.add(((Enum<?>) constant).name());
            }
        }
    }

    private static ObjectNode parameter(ArrayNode parameters, String in, String name, String description) {
        ObjectNode parameter =
                parameters.addObject().put("name", name).put("in", in).put(DESCRIPTION, description);
        parameter.put("required", in.equals("path"));
        return parameter.putObject("schema");
    }

    private static ObjectNode versionHeader(ObjectNode response) {
        ObjectNode headers = response.putObject("headers");
        headers.putObject("API-Version")
                .put(DESCRIPTION, "The full version of the API")
                .putObject("schema")
                .put("type", "string");
        return headers;
    }

    private static SchemaBuilder schemas() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule())
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.PLAIN_DEFINITION_KEYS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields().withRequiredCheck(f -> f.getAnnotation(Mandatory.class) != null);
        config.forTypesInGeneral().withPropertySorter((one, other) -> 0);
        config.forTypesInGeneral().withDefinitionNamingStrategy(new DefaultSchemaDefinitionNamingStrategy() {
            @Override
            public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
                return name(key.getType().getErasedType());
            }
        });
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            if (type.getErasedType() == Area.class) {
                return new CustomDefinition(area());
            }
            if (type.getErasedType() == ObjectNode.class) {
                return new CustomDefinition(Json.mapper().createObjectNode().put("type", "object"), true);
            }
            if (type.getErasedType() == Map.class) {
                ObjectNode map = Json.mapper().createObjectNode().put("type", "object");
                map.set(
                        "additionalProperties",
                        context.createDefinitionReference(
                                type.getTypeParameters().get(1)));
                return new CustomDefinition(map, true);
            }
            if (type.getErasedType() == LocalTime.class) {
                return new CustomDefinition(
                        Json.mapper().createObjectNode().put("type", "string").put("format", "time-local"), true);
            }
            return null;
        });
        return new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    /** Of a type of the engine within another, such as {@code Motion.Kind}, both names: the last alone is not enough. */
    private static String name(Class<?> type) {
        boolean ours = type.getPackage() == OpenApi.class.getPackage();
        return ours || type.getEnclosingClass() == null
                ? type.getSimpleName()
                : type.getEnclosingClass().getSimpleName() + type.getSimpleName();
    }

    private static ObjectNode area() {
        ObjectNode area = Json.mapper().createObjectNode().put("type", "object");
        area.put(DESCRIPTION, "GeoJSON Polygon or MultiPolygon (RFC 7946), at most 10,000 positions");
        area.putArray("required").add("type").add("coordinates");
        ObjectNode properties = area.putObject("properties");
        properties
                .putObject("type")
                .put("type", "string")
                .putArray("enum")
                .add("Polygon")
                .add("MultiPolygon");
        properties
                .putObject("coordinates")
                .put("type", "array")
                .putObject("items")
                .put("type", "array")
                .putObject("items");
        return area;
    }
}
