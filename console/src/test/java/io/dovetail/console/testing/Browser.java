package io.dovetail.console.testing;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A browser that keeps cookies and sends a form with the token that the form's page gave it. */
public class Browser {
    private static final String BOUNDARY = "----dovetail7MA4YWxkTrZu0gW";

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
        fields.put("csrf-token", token());
        return postExactly(path, fields);
    }

    /** A form that takes a file, with one. */
    public Response postFile(String path, Map<String, String> form, String field, byte[] file) {
        return postParts(path, form, field, "metadata.xml", file);
    }

    /** A form that takes a file, with none chosen: browsers send an empty one without a name. */
    public Response postWithoutFile(String path, Map<String, String> form, String field) {
        return postParts(path, form, field, "", new byte[0]);
    }

    /** Byte by byte as browsers do: fields in UTF-8 without a word of it, the file as it is (RFC 7578). */
    private Response postParts(String path, Map<String, String> form, String field, String name, byte[] file) {
        var fields = new HashMap<>(form);
        fields.put("csrf-token", token());
        var body = new ByteArrayOutputStream();
        fields.forEach(
                (key, value) -> body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, key, value)
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .formatted(BOUNDARY, field, name)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return keep(given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("multipart/form-data", ContentType.BINARY)))
                .redirects()
                .follow(false)
                .cookies(cookies)
                .contentType("multipart/form-data; boundary=" + BOUNDARY)
                .body(body.toByteArray())
                .post(path));
    }

    private String token() {
        return cookies.getOrDefault("__Host-dovetail-csrf", cookies.getOrDefault("dovetail-csrf", ""));
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
