package io.dovetail.lab.bench.signin;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The demo company's single sign-on, with a provider that lives in this process: its key signs every answer. */
final class DemoConnection {
    private static final String COOKIE = "dovetail-browser=browser-of-the-benchmark-0123456789-0123456789";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final IdpKeys keys = IdpKeys.rsa2048();
    private final RunningStack stack;
    private final Http app;
    private final String company;

    DemoConnection(RunningStack stack) {
        this.stack = stack;
        this.app = new Http(stack.publicUrl());
        this.company = stack.demo("companyId");
    }

    /** Saved, verified, the administrator linked, enabled: all by the calls that a console makes. */
    void enable() {
        var session = Http.read(app.json(
                "POST", "/api/sessions", Map.of("email", stack.demo("email"), "password", stack.demo("password"))));
        var token = "Bearer " + session.get("accessToken").asText();
        Http.read(call("PUT", "", Map.of("metadataXml", metadata()), token));
        var verification = Http.read(call("POST", "/verifications", Map.of(), token));
        var loginUrl = verification.get("loginUrl").asText().replace(stack.publicUrl(), "");
        finish(app, answer(app, requestId(app.get(loginUrl, COOKIE))));
        var link = call("POST", "/verifications/" + verification.get("id").asText() + "/link", Map.of(), token);
        var ticket = Http.read(link).get("ticket").asText();
        Http.read(app.json("POST", "/api/bindings", Map.of("ticket", ticket)));
        awaitEnabled(token);
    }

    /** sso-service hears of the binding by an event. */
    private void awaitEnabled(String token) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (call("POST", "/enable", Map.of(), token).statusCode() != 200) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("single sign-on could not be enabled");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private HttpResponse<String> call(String method, String path, Map<String, ?> body, String token) {
        return app.json(method, "/api/sso/" + company + path, body, "Authorization", token, "Cookie", COOKIE);
    }

    /** @return the request's id */
    String login(Http service) {
        return requestId(service.get("/auth/saml/" + company + "/login", COOKIE));
    }

    /** The form field by which the provider answers the request. */
    String response(String requestId) {
        var origin = stack.publicUrl();
        return ResponseFactory.base64(
                ResponsePlan.jumpCloud(
                        company,
                        origin,
                        origin + "/auth/saml/" + company,
                        requestId,
                        "dana",
                        Map.of(
                                "first_name", List.of("Dana"),
                                "last_name", List.of("Demo"),
                                "saml_id", List.of("dana")),
                        Instant.now()),
                keys);
    }

    /** @return where the browser goes to finish */
    String answer(Http service, String requestId, String response) {
        return Http.onwards(
                service.postForm("/auth/saml/" + company, Map.of("SAMLResponse", response, "RelayState", requestId)));
    }

    private String answer(Http service, String requestId) {
        return answer(service, requestId, response(requestId));
    }

    void finish(Http service, String path) {
        Http.onwards(service.get(path, COOKIE));
    }

    private static String requestId(HttpResponse<String> redirect) {
        return URLDecoder.decode(Http.onwards(redirect).replaceAll(".*RelayState=", ""), StandardCharsets.UTF_8);
    }

    private String metadata() {
        try {
            return """
                    <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s"><IDPSSODescriptor
                    protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing"><KeyInfo
                    xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>%s</X509Certificate></X509Data>
                    </KeyInfo></KeyDescriptor><SingleSignOnService
                    Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example.org/sso"/>
                    </IDPSSODescriptor></EntityDescriptor>""".formatted(
                    company,
                    Base64.getEncoder().encodeToString(keys.certificate().getEncoded()));
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
