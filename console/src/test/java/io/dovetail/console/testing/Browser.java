package io.dovetail.console.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;

/** A browser that keeps cookies and sends a form with the token that the form's page gave it. */
public class Browser {
    private final Map<String, String> cookies = new HashMap<>();

    /** One that is signed in by password. */
    public static Browser signedIn(String role, long expiresIn) {
        Services.answer("POST /api/sessions", 201, session(role, expiresIn, "token-1"));
        var browser = new Browser();
        browser.get("/sign-in");
        browser.post("/sign-in/password", Map.of("email", "ada@acme.example", "password", "correct horse"));
        return browser;
    }

    public static String session(String role, long expiresIn, String token) {
        return """
                {"accessToken":"%s","expiresIn":%d,"refreshToken":"refresh-1","user":{"id":"u","email":"ada@acme.example",
                "firstName":"Ada","lastName":"Lovelace","role":"%s","companyId":"c0ffee00-0000-4000-8000-000000000001"}}""".formatted(token, expiresIn, role);
    }

    /** Another tab with the cookies of this moment. */
    public Browser copy() {
        var copy = new Browser();
        copy.cookies.putAll(cookies);
        return copy;
    }

    public void cookie(String name, String value) {
        cookies.put(name, value);
    }

    public String value(String cookie) {
        return cookies.getOrDefault(cookie, "");
    }

    public boolean has(String cookie) {
        return !cookies.getOrDefault(cookie, "").isEmpty();
    }

    public Response get(String path) {
        return keep(given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .cookies(cookies)
                .get(path));
    }

    public Response post(String path, Map<String, String> form) {
        var fields = new HashMap<>(form);
        fields.put(
                "csrf-token", cookies.getOrDefault("__Host-dovetail-csrf", cookies.getOrDefault("dovetail-csrf", "")));
        return postExactly(path, fields);
    }

    /** Without a token of its own accord. */
    public Response postExactly(String path, Map<String, String> form) {
        return keep(given().redirects()
                .follow(false)
                .cookies(cookies)
                .contentType("application/x-www-form-urlencoded")
                .formParams(form)
                .post(path));
    }

    private Response keep(Response answer) {
        cookies.putAll(answer.cookies());
        return answer;
    }
}
