package io.dovetail.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever writes a client finds in contracts/openapi what the services, as last built, answer. */
class ApiDescriptionTest {
    private static final List<String> SERVICES =
            List.of("user-service", "sso-service", "binding-service", "notification-service");
    private static final Path PUBLISHED = Path.of("contracts/openapi");
    private static final Path PRESENT = Path.of("lab/end-to-end-tests/target/openapi");
    private static final Pattern SLUG = Pattern.compile("`([a-z-]+)`");

    /** Builds write their keys in an order that changes; sorted, a difference is a difference. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES, YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"user-service", "sso-service", "binding-service", "notification-service"})
    void describesTheServiceAsItIs(String service) throws IOException {
        assertPublished(service, built(service));
    }

    @Test
    void describesAllServicesAsTheOneApiBehindOneOrigin() throws IOException {
        assertPublished("dovetail", merged());
    }

    @Test
    void namesOnlyProblemsThatHaveAPageWithThatStatus() throws IOException {
        var astray = new TreeSet<String>();

        for (var path : merged().path("paths").properties()) {
            for (var call : path.getValue().properties()) {
                for (var answer : call.getValue().path("responses").properties()) {
                    slugs(answer.getValue())
                            .filter(slug -> !hasPage(slug, answer.getKey()))
                            .forEach(slug -> astray.add(path.getKey() + " → " + answer.getKey() + " " + slug));
                }
            }
        }

        assertEquals(new TreeSet<>(), astray);
    }

    private static void assertPublished(String name, JsonNode api) throws IOException {
        var present = YAML.writeValueAsString(YAML.treeToValue(api, Object.class));
        Files.createDirectories(Tree.ROOT.resolve(PRESENT));
        Files.writeString(Tree.ROOT.resolve(PRESENT).resolve(name + ".yaml"), present);

        var published = PUBLISHED.resolve(name + ".yaml");
        var expected = Files.exists(Tree.ROOT.resolve(published)) ? Tree.read(published) : "";
        assertEquals(
                expected,
                present,
                published + " is not what was built; if that is meant: cp " + PRESENT + "/*.yaml " + PUBLISHED);
    }

    private static JsonNode built(String service) throws IOException {
        var description = Path.of(service, "target/openapi/openapi.yaml");
        assertTrue(
                Files.exists(Tree.ROOT.resolve(description)),
                description + " is missing: mvn -q -DskipTests package writes it");
        return YAML.readTree(Tree.read(description));
    }

    private static ObjectNode merged() throws IOException {
        var merged = YAML.createObjectNode().put("openapi", "3.1.0");
        merged.putObject("info").put("title", "Dovetail").put("version", "1");
        var tags = merged.putArray("tags");
        var components = merged.putObject("components");
        var paths = merged.putObject("paths");
        var names = new HashSet<String>();
        for (var service : SERVICES) {
            tags.addObject().put("name", service);
            var api = built(service);
            api.path("components")
                    .properties()
                    .forEach(kind -> addAll(components.withObjectProperty(kind.getKey()), kind.getValue()));
            for (var path : api.path("paths").properties()) {
                path.getValue().forEach(call -> {
                    ((ObjectNode) call).putArray("tags").add(service);
                    var name = call.path("operationId").asText();
                    assertFalse(name.isEmpty(), path.getKey() + " has a call without @Operation(operationId = …)");
                    assertTrue(names.add(name), "two calls are named " + name + "; rename one by @Operation");
                });
            }
            addAll(paths, api.path("paths"));
        }
        return merged;
    }

    private static void addAll(ObjectNode to, JsonNode from) {
        from.properties().forEach(entry -> {
            var before = to.replace(entry.getKey(), entry.getValue());
            assertTrue(
                    before == null || before.equals(entry.getValue()),
                    "two services mean different things by " + entry.getKey() + "; rename one by @Schema(name = …)");
        });
    }

    private static Stream<String> slugs(JsonNode answer) {
        var isProblem = answer.path("content").has("application/problem+json");
        return SLUG.matcher(isProblem ? answer.path("description").asText() : "")
                .results()
                .map(found -> found.group(1));
    }

    private static boolean hasPage(String slug, String status) {
        var page = Path.of("contracts/problems", slug + ".md");
        return Files.exists(Tree.ROOT.resolve(page))
                && Tree.read(page).contains("`" + slug + "` · HTTP " + status + "\n");
    }
}
