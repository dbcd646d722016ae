package io.dovetail.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * Writes into the description of an API what holds for all calls: statuses, problems, keys, company and cursor. Runs
 * while a service is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {
    private static final String ACCESS_TOKEN = "accessToken";
    private static final String OPERATOR_KEY = "operatorKey";
    private static final Map<String, String> PARAMETERS = Map.of(
            "company", "Company ID, a UUID",
            "cursor", "`next` of the page before, left out for the first; a page holds at most 50");
    private static final Map<String, String> SUCCESSES =
            Map.of("200", "Done", "201", "Created", "202", "Accepted; takes effect soon", "204", "Done");

    private final IndexView index;

    public CommonAnswers(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var components = Objects.requireNonNullElseGet(api.getComponents(), OASFactory::createComponents);
        components.setSecuritySchemes(Map.of(ACCESS_TOKEN, accessToken(), OPERATOR_KEY, operatorKey()));
        components.addSchema(ProblemModel.NAME, ProblemModel.schema());
        components.addResponse(
                ProblemModel.NAME,
                ProblemModel.response(
                        "Any other problem: `too-large`, `unsupported-media-type`, `try-again`, `internal-error`"));
        api.setComponents(components);
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> Call.find(index, String.valueOf(operation.getOperationId()))
                        .ifPresent(call -> complete(operation, call)));
    }

    private static void complete(Operation operation, Call call) {
        parameters(operation).forEach(CommonAnswers::describe);
        operation.setSecurity(key(call)
                .map(key -> List.of(OASFactory.createSecurityRequirement().addScheme(key)))
                .orElse(List.of()));
        var answers = OASFactory.createAPIResponses();
        answers.setAPIResponses(successes(operation, call));
        problems(operation, call)
                .forEach((status, slugs) ->
                        answers.addAPIResponse(status, ProblemModel.response("`" + String.join("`, `", slugs) + "`")));
        answers.setDefaultValue(OASFactory.createAPIResponse().ref(ProblemModel.NAME));
        operation.setResponses(answers);
    }

    private static Optional<String> key(Call call) {
        return call.isOperatorOnly()
                ? Optional.of(OPERATOR_KEY)
                : Optional.of(ACCESS_TOKEN).filter(token -> call.needsAccessToken());
    }

    private static List<Parameter> parameters(Operation operation) {
        return Objects.requireNonNullElse(operation.getParameters(), List.of());
    }

    private static void describe(Parameter parameter) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(PARAMETERS.get(parameter.getName()));
        }
    }

    /** Those declared for a hand-built response, else the generated one under the status that is really sent. */
    private static Map<String, APIResponse> successes(Operation operation, Call call) {
        var successes = new TreeMap<String, APIResponse>();
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            var sent = call.successStatus().orElse(status);
            if (sent.compareTo("400") < 0 && status.compareTo("400") < 0) {
                successes.put(
                        sent, call.successStatus().isPresent() ? response.description(SUCCESSES.get(sent)) : response);
            }
        });
        return successes;
    }

    private static Map<String, List<String>> problems(Operation operation, Call call) {
        var problems = new TreeMap<String, List<String>>();
        call.refusals().forEach((status, slugs) -> problems.put(status, new ArrayList<>(slugs)));
        if (takesJson(operation)) {
            add(problems, "400", "malformed-json");
            add(problems, "400", "invalid-input");
        } else if (parameters(operation).stream()
                .anyMatch(parameter -> parameter.getName().equals("cursor"))) {
            add(problems, "400", "invalid-input");
        }
        if (call.isRateLimited()) {
            add(problems, "429", "too-many-requests");
        }
        if (call.isOperatorOnly()) {
            add(problems, "401", "operator-key-needed");
        }
        if (call.needsAccessToken()) {
            add(problems, "401", "not-authenticated");
        }
        if (call.needsRole()) {
            add(problems, "403", "forbidden");
        }
        if (call.needsAccessToken()
                && parameters(operation).stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH)) {
            add(problems, "404", "not-found");
        }
        return problems;
    }

    private static boolean takesJson(Operation operation) {
        var body = operation.getRequestBody();
        return body != null && body.getContent().hasMediaType(MediaType.APPLICATION_JSON);
    }

    private static void add(Map<String, List<String>> problems, String status, String slug) {
        var slugs = problems.computeIfAbsent(status, fresh -> new ArrayList<>());
        if (!slugs.contains(slug)) {
            slugs.add(slug);
        }
    }

    private static SecurityScheme accessToken() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("The access token of a session");
    }

    private static SecurityScheme operatorKey() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-Operator-Key")
                .description("The operator's key");
    }
}
