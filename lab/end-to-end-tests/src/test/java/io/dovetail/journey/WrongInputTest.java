package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent wrongly gets a problem that says what to do, from every service, and changes nothing. */
@ExtendWith(SharedStack.class)
class WrongInputTest {
    private static final String JSON = "application/json";
    private static final String TEN_MEGABYTES = "x".repeat(10 * 1024 * 1024);
    private Company company;
    private Api administrator;

    @BeforeEach
    void signIn(Stack stack) {
        company = Company.registered(stack);
        administrator = company.administrator();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/sso/{company}, administrator",
        "POST, /api/bindings, anyone",
        "POST, /api/companies, operator",
        "POST, /api/sessions, anyone",
        "POST, /api/deliveries/republish, operator"
    })
    void refusesMalformedJson(String method, String path, String who, Stack stack) {
        var answer = caller(who, stack).send(method, at(path), JSON, "{\"name\": ");

        requireProblem(answer, 400, "JSON");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/sso/{company}, administrator, application/json",
        "POST, /auth/saml/{company}, anyone, application/x-www-form-urlencoded",
        "POST, /api/bindings, anyone, application/json",
        "POST, /api/sessions, anyone, application/json",
        "POST, /api/deliveries/republish, operator, application/json"
    })
    void refusesTenMegabytes(String method, String path, String who, String type, Stack stack) {
        var answer = caller(who, stack).send(method, at(path), type, TEN_MEGABYTES);

        requireProblem(answer, 413, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sso/{company}",
                "/api/sso/{company}/sign-ins",
                "/api/bindings/{company}",
                "/api/users/{company}",
                "/api/companies/{company}",
                "/api/deliveries/{company}",
                "/auth/saml/{company}/metadata"
            })
    void knowsNoOtherCompany(String path) {
        var unknown = UUID.randomUUID().toString();

        var answer = administrator.get(path.replace("{company}", unknown));

        requireProblem(answer, 404, "");
    }

    @Test
    void refusesMetadataThatIsNotXml() {
        var before = administrator.get("/api/sso/" + company.id).expect(200).json();

        var answer = administrator.put(
                "/api/sso/" + company.id, Map.of("provider", "NONE", "metadataXml", "not XML at all"));

        requireProblem(answer, 400, "XML");
        assertEquals(before, administrator.get("/api/sso/" + company.id).json());
    }

    @Test
    void refusesAPasswordOfThreeCharacters(Stack stack) {
        var newcomer = Company.register(stack);
        var token = URI.create(newcomer.createPasswordLink()).getPath().replace("/password/", "");

        var answer = stack.api().post("/api/password-resets/" + token, Map.of("password", "abc"));

        requireProblem(answer, 400, "12");
        newcomer.createPassword();
    }

    private Api caller(String who, Stack stack) {
        return switch (who) {
            case "operator" -> stack.operator();
            case "administrator" -> administrator;
            default -> stack.api();
        };
    }

    private String at(String path) {
        return path.replace("{company}", company.id);
    }

    private static void requireProblem(Api.Answer answer, int status, String hint) {
        var text = answer.toString();
        assertAll(
                () -> assertEquals(status, answer.status(), text),
                () -> assertEquals("application/problem+json", answer.type(), text),
                () -> assertTrue(answer.json().get("type").asText().startsWith("/problems/"), text),
                () -> assertEquals(status, answer.json().get("status").asInt(), text),
                () -> assertFalse(answer.json().get("title").asText().isBlank(), text),
                () -> assertTrue(answer.json().get("detail").asText().length() > 20, text),
                () -> assertTrue(answer.json().get("detail").asText().contains(hint), text));
    }
}
