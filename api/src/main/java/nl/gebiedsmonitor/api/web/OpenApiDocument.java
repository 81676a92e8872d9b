package nl.gebiedsmonitor.api.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.observation.Receipt;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Adds to the OpenAPI document what cannot be seen from the code: texts, headers, problems, and bodies of files. */
@Component
class OpenApiDocument implements OpenApiCustomizer {

    /** The words of the document, kept apart from the code. */
    record Texts(
            String description,
            Map<String, String> tags,
            Map<String, String> operations,
            Map<String, String> parameters,
            Map<String, String> headers,
            Map<String, String> problems,
            Map<String, Map<String, String>> bodies) {}

    /** Computes from what is posted, and stores nothing. */
    private static final String ESTIMATES = "/v1/effect-estimates";

    /** Keeps what is posted beside the log, so it has no position and no key. */
    private static final String SUBSCRIPTIONS = "/v1/subscriptions";

    /** What is named in their query may not be there, as what is named in a path. */
    private static final List<String> ASK_FOR_ONE = List.of("/v1/observations/history", "/v1/citations");

    /** The forms other than JSON. */
    private static final Map<String, List<Format>> FORMATS = Map.of(
            "/v1/observations",
            List.of(Format.NDJSON, Format.CSV, Format.JSON_STAT, Format.PARQUET, Format.SDMX_CSV, Format.SDMX_JSON),
            "/v1/impact-analyses/{id}/results",
            List.of(Format.CSV),
            "/v1/effect-studies/{id}/readings/{number}/results",
            List.of(Format.CSV),
            "/v1/effect-studies/{id}/readings/{number}/chart",
            List.of(Format.SVG, Format.PNG),
            "/v1/vintages/compare",
            List.of(Format.CSV),
            "/v1/leefbaarheid",
            List.of(Format.CSV, Format.GEOJSON));

    private static final String PROBLEM = "#/components/schemas/Problem";

    private final JsonMapper json;
    private final Texts texts;

    OpenApiDocument(JsonMapper json) throws IOException {
        this.json = json;
        try (InputStream in = new ClassPathResource("openapi/texts.json").getInputStream()) {
            this.texts = json.readValue(in, Texts.class);
        }
    }

    @Override
    public void customise(OpenAPI document) {
        document.info(new Info()
                        .title("Gebiedsmonitor")
                        .version(EveryResponse.API_VERSION)
                        .description(texts.description())
                        .contact(new Contact().name("Gebiedsmonitor").url("/"))
                        .license(new License().name("EUPL-1.2").identifier("EUPL-1.2")))
                .servers(List.of(new Server().url("/").description("This installation")))
                .tags(new TreeMap<>(texts.tags())
                        .entrySet().stream()
                                .map(tag -> new Tag().name(tag.getKey()).description(tag.getValue()))
                                .toList());
        if (document.getComponents() == null) {
            document.components(new Components());
        }
        document.getComponents().addSchemas("Problem", problem());
        ModelConverters converters = ModelConverters.getInstance(true);
        converters.readAll(Receipt.class).forEach(document.getComponents()::addSchemas);
        converters.readAll(Fault.class).forEach(document.getComponents()::addSchemas);
        document.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> describe(path, method, operation)));
    }

    private void describe(String path, HttpMethod method, Operation operation) {
        operation.setSummary(texts.operations().get(method + " " + path));
        operation.setTags(List.of(path.split("/", -1)[2]));
        if (operation.getParameters() != null) {
            operation.getParameters().removeIf(parameter -> "Accept".equals(parameter.getName()));
            operation
                    .getParameters()
                    .forEach(parameter -> parameter.setDescription(texts.parameters()
                            .getOrDefault(
                                    parameter.getName() + " of " + path,
                                    texts.parameters().get(parameter.getName()))));
        }
        if (method == HttpMethod.GET) {
            operation.addParametersItem(header(Headers.MIN_EVENT_POSITION, "integer"));
            operation.setResponses(responses(operation.getResponses(), path));
        } else if (path.equals(ESTIMATES) || isOfComparison(path)) {
            operation.setResponses(responses(operation.getResponses(), path));
        } else if (path.startsWith(SUBSCRIPTIONS)) {
            operation.setResponses(configured(operation.getResponses(), method));
        } else {
            operation.addParametersItem(header(Headers.IDEMPOTENCY_KEY, "string"));
            operation.setResponses(answered(path, method));
        }
        if (isComputedAside(path, method)) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "202",
                            new ApiResponse()
                                    .description("Still being computed; ask again at the Location")
                                    .content(new Content()
                                            .addMediaType("application/json", new MediaType().schema(type("object")))));
        }
        Map<String, String> bodies = texts.bodies().get(method + " " + path);
        if (bodies != null) {
            operation.setRequestBody(body(bodies));
        }
        addProblems(operation.getResponses(), path, method);
    }

    private static boolean isOfComparison(String path) {
        return path.endsWith("/comparison");
    }

    private static boolean isComputedAside(String path, HttpMethod method) {
        return (method == HttpMethod.GET && isOfComparison(path))
                || (method == HttpMethod.POST && path.endsWith("/readings"));
    }

    private Parameter header(String name, String type) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(false)
                .description(texts.headers().get(name))
                .schema(type(type));
    }

    /** What a question is answered with, in all forms that may be asked for. */
    private static ApiResponses responses(ApiResponses found, String path) {
        ApiResponse good = found.get("200");
        if (good != null) {
            List<Format> others = FORMATS.getOrDefault(path, List.of());
            others.forEach(
                    format -> good.getContent().addMediaType(format.essence(), new MediaType().schema(type("string"))));
        }
        return new ApiResponses().addApiResponse("200", good == null ? new ApiResponse() : good.description("Found"));
    }

    /** What a change beside the log is answered with. */
    private static ApiResponses configured(ApiResponses found, HttpMethod method) {
        if (method == HttpMethod.DELETE) {
            return new ApiResponses().addApiResponse("204", new ApiResponse().description("Deleted"));
        }
        ApiResponse good = found.get("200");
        return new ApiResponses().addApiResponse("201", good == null ? new ApiResponse() : good.description("Done"));
    }

    /** What a command is answered with. */
    private ApiResponses answered(String path, HttpMethod method) {
        Schema<?> schema =
                path.equals("/v1/deliveries") ? new Schema<>().$ref("#/components/schemas/Receipt") : type("object");
        ApiResponses responses = new ApiResponses();
        if (method == HttpMethod.POST) {
            responses.addApiResponse("201", taken("Done", schema));
        }
        return responses.addApiResponse("200", taken("Done before, or a dry run", schema));
    }

    private ApiResponse taken(String description, Schema<?> schema) {
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/json", new MediaType().schema(schema)))
                .addHeaderObject(
                        Headers.EVENT_POSITION,
                        new Header()
                                .description(texts.headers().get(Headers.EVENT_POSITION))
                                .schema(type("integer")));
    }

    private RequestBody body(Map<String, String> examples) {
        Content content = new Content();
        new TreeMap<>(examples)
                .forEach((type, example) -> content.addMediaType(
                        type,
                        type.equals("application/json")
                                ? new MediaType().schema(type("object")).example(json.readValue(example, Object.class))
                                : new MediaType().schema(type("string")).example(example)));
        return new RequestBody().required(true).content(content);
    }

    private void addProblems(ApiResponses responses, String path, HttpMethod method) {
        new TreeMap<>(texts.problems()).forEach((status, description) -> {
            boolean ofBodies = List.of("413", "415").contains(status);
            boolean ofWork = status.equals("413") && isComputedAside(path, method);
            boolean ofCommands = status.equals("409");
            boolean ofOne = status.equals("404");
            if ((!ofBodies || method != HttpMethod.GET || ofWork)
                    && (!ofCommands || hasRules(path, method))
                    && (!ofOne || path.contains("{") || ASK_FOR_ONE.contains(path))) {
                responses.addApiResponse(
                        status,
                        new ApiResponse()
                                .description(description)
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType().schema(new Schema<>().$ref(PROBLEM)))));
            }
        });
    }

    /** Whether it may be against a rule of what is there already: of a reading that is not computed nothing can be shown. */
    private static boolean hasRules(String path, HttpMethod method) {
        if (path.contains("/readings/{number}/")) {
            return method == HttpMethod.GET;
        }
        return method != HttpMethod.GET
                && !path.equals(ESTIMATES)
                && (!path.startsWith(SUBSCRIPTIONS) || (method == HttpMethod.POST && path.equals(SUBSCRIPTIONS)));
    }

    private static Schema<?> problem() {
        Schema<?> errors = type("array");
        errors.setItems(new Schema<>().$ref("#/components/schemas/Fault"));
        Schema<?> problem = type("object");
        problem.setDescription("A problem as RFC 9457 has it");
        problem.addProperty("status", type("integer"));
        problem.addProperty("title", type("string"));
        problem.addProperty("detail", type("string"));
        problem.addProperty("rule", type("string"));
        problem.addProperty("errors", errors);
        return problem;
    }

    private static Schema<?> type(String name) {
        Schema<?> schema = new Schema<>();
        schema.setTypes(Set.of(name));
        return schema;
    }
}
