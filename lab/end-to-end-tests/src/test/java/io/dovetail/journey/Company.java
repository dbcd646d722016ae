package io.dovetail.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** One company on its way through the journey, by REST and real mails. */
final class Company {
    static final String NAME = "Example Works";
    static final String ADMINISTRATOR = "ada";
    static final String PASSWORD = "correct horse battery staple";
    private final Stack stack;
    final String id;
    final String domain;
    final String email;
    private @Nullable Api administrator;

    private Company(Stack stack, String id, String domain, String email) {
        this.stack = stack;
        this.id = id;
        this.domain = domain;
        this.email = email;
    }

    /** The operator's one call. */
    static Company register(Stack stack) {
        var domain = "works-" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        var email = "ada@" + domain;
        var created = stack.operator()
                .post(
                        "/api/companies",
                        Map.of(
                                "name",
                                NAME,
                                "domains",
                                List.of(domain),
                                "singleSignOn",
                                "ALLOWED",
                                "admin",
                                Map.of("email", email, "firstName", "Ada", "lastName", "Lovelace")))
                .expect(201)
                .json();
        return new Company(stack, created.get("companyId").asText(), domain, email);
    }

    /** A company whose administrator has a password. */
    static Company registered(Stack stack) {
        var company = register(stack);
        company.createPassword();
        return company;
    }

    /** The link of the create-password mail. */
    String createPasswordLink() {
        var html = Jsoup.parse(stack.awaitMail(email).get("html").asText());
        return html.expectFirst("a[href*=/password/]").attr("href");
    }

    /** Follows the mail, by REST. */
    void createPassword() {
        var token = URI.create(createPasswordLink()).getPath().replace("/password/", "");
        stack.api()
                .post("/api/password-resets/" + token, Map.of("password", PASSWORD))
                .expect(204);
    }

    JsonNode signInWithPassword() {
        return stack.api()
                .post("/api/sessions", Map.of("email", email, "password", PASSWORD))
                .expect(201)
                .json();
    }

    /** Signed in once, by password: that session is the one that Enable spares. */
    Api administrator() {
        if (administrator == null) {
            administrator =
                    stack.api().bearing(signInWithPassword().get("accessToken").asText());
        }
        return administrator;
    }

    /** As soon as passwords work: a fresh token for whoever needs it longer than the ten minutes of one. */
    void signInAnew() {
        Eventually.until(
                "passwords work",
                () -> stack.api()
                                .post("/api/sessions", Map.of("email", email, "password", PASSWORD))
                                .status()
                        == 201);
        administrator = null;
        administrator();
    }

    /** Waits until sso-service has heard of the company, then saves the draft. */
    void connect(Api administrator, Provider provider) {
        Eventually.until(
                "the company at sso-service",
                () -> administrator.get("/api/sso/" + id).status() == 200);
        var spMetadata = stack.api()
                .get("/auth/saml/" + id + "/metadata")
                .expect(200)
                .response()
                .body();
        var metadataUrl = provider.connect(id, spMetadata);
        provider.assign(ADMINISTRATOR, "Ada", "Lovelace");
        var draft = new HashMap<>(provider.settings());
        draft.put("metadataUrl", metadataUrl);
        administrator.put("/api/sso/" + id, draft).expect(200);
    }

    /** A real sign-in that only reports; returns the verification. */
    JsonNode verify(Api administrator, Provider provider, FormBrowser browser) {
        return verify(administrator, provider, ADMINISTRATOR, browser);
    }

    /** The same by an administrator of another username. */
    JsonNode verify(Api administrator, Provider provider, String username, FormBrowser browser) {
        var started = administrator
                .post("/api/sso/" + id + "/verifications", Map.of())
                .json();
        var loginUrl =
                URI.create(stack.publicUrl()).resolve(started.get("loginUrl").asText());
        provider.logIn(username, browser, browser.open(loginUrl.toString()));
        return administrator
                .get("/api/sso/" + id + "/verifications/" + started.get("id").asText())
                .expect(200)
                .json();
    }

    /** @param browser the one that verified: no other may link */
    void link(Api administrator, FormBrowser browser, String verification) {
        var ticket = administrator
                .with("Cookie", browser.cookies(stack.publicUrl()))
                .post("/api/sso/" + id + "/verifications/" + verification + "/link", Map.of())
                .expect(200)
                .json()
                .get("ticket")
                .asText();
        stack.api().post("/api/bindings", Map.of("ticket", ticket)).expect(200);
    }

    /** Enable needs to have heard of the binding: asks again while the answer is that it has not. */
    JsonNode enable(Api administrator) {
        return Eventually.found("single sign-on enabled", () -> {
            var answer = administrator.post("/api/sso/" + id + "/enable", Map.of());
            return answer.status() == 200 ? Optional.of(answer.json()) : Optional.empty();
        });
    }

    /** Everything up to Enable, and that. */
    void setUp(Provider provider, FormBrowser browser) {
        createPassword();
        makeReady(provider, browser);
        enable(administrator());
    }

    /** Saved, verified, and the administrator linked: Enable is the next step. */
    void makeReady(Provider provider, FormBrowser browser) {
        var administrator = administrator();
        connect(administrator, provider);
        var verification = verify(administrator, provider, browser);
        link(administrator, browser, verification.get("id").asText());
    }

    void disable(Api administrator) {
        administrator.post("/api/sso/" + id + "/disable", "{}").expect(200);
    }

    /** OFF, ON_TRIAL or ON. */
    String state() {
        return administrator()
                .get("/api/sso/" + id)
                .expect(200)
                .json()
                .get("state")
                .asText();
    }

    /** Waits until the sign-in page sends this company's people to the provider. */
    String awaitSignInAddress() {
        return Eventually.found("the sign-in page knows of single sign-on", () -> {
            var answer = stack.api()
                    .post("/api/sign-in", Map.of("email", email))
                    .expect(200)
                    .json();
            return "SSO".equals(answer.get("method").asText())
                    ? Optional.of(stack.publicUrl() + answer.get("redirectTo").asText())
                    : Optional.empty();
        });
    }

    /** Waits until user-service has heard of the administrator's binding. */
    void awaitBindingKnownWhereSessionsOpen() {
        var administrator = administrator();
        Eventually.until(
                "the binding at user-service",
                () -> administrator
                        .get("/api/users/" + id)
                        .expect(200)
                        .response()
                        .body()
                        .contains("\"BOUND\""));
    }

    /** Waits until the sign-in records of that many sign-ins say that a session was opened. */
    void awaitOutcomes(int signIns) {
        var administrator = administrator();
        Eventually.until("the outcome of " + signIns + " sign-ins", () -> {
            var records = administrator
                    .get("/api/sso/" + id + "/sign-ins")
                    .expect(200)
                    .json();
            var opened = 0;
            for (var record : records.get("items")) {
                opened += "SESSION_OPENED".equals(record.get("result").asText()) ? 1 : 0;
            }
            return opened == signIns;
        });
    }
}
