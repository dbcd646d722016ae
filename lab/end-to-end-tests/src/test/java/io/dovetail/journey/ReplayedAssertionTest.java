package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.SamlIds;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An assertion counts once, however often, wherever and in whatever response it comes (security.md F16). */
@ExtendWith(SharedStack.class)
class ReplayedAssertionTest {
    private static final int TIMES = 50;
    private static final IdpKeys KEYS = IdpKeys.rsa2048();

    private Company company;
    private String acs;

    @BeforeEach
    void connected(Stack stack) {
        company = Company.registered(stack);
        acs = "/auth/saml/" + company.id;
        var administrator = company.administrator();
        Eventually.until(
                "the company at sso-service",
                () -> administrator.get("/api/sso/" + company.id).status() == 200);
        administrator
                .put("/api/sso/" + company.id, Map.of("metadataXml", metadata()))
                .expect(200);
    }

    @Test
    void countsOnceOfFiftyTimesInParallelOverTwoReplicasAndNeverAgainAfterARestart(Stack stack) throws Exception {
        var requestId = requested(stack);
        var response = ResponseFactory.document(plan(stack, requestId), KEYS);
        var original = ResponseFactory.encode(response);
        response.getDocumentElement().setAttribute("ID", SamlIds.next());
        var inANewResponse = ResponseFactory.encode(response);

        List<Integer> statuses;
        try (var replica = Replica.of(stack, "sso-service")) {
            var calls = new ArrayList<Callable<Integer>>();
            for (var time = 0; time < TIMES; time++) {
                var service = time % 2 == 0 ? stack.api() : replica.api();
                var sent = time % 4 < 2 ? original : inANewResponse;
                calls.add(() -> post(service, sent, requestId));
            }
            statuses = inParallel(calls);
        }
        stack.kill("sso-service");
        stack.start("sso-service");
        var afterwards = post(stack.api(), original, requestId);
        var honest = ResponseFactory.base64(plan(stack, requestId), KEYS);

        assertEquals(1, Collections.frequency(statuses, 303), statuses.toString());
        assertTrue(statuses.stream().allMatch(status -> status == 303 || status == 403), statuses.toString());
        assertEquals(403, afterwards);
        assertEquals(TIMES, refusals());
        assertEquals(303, post(stack.api(), honest, requestId));
    }

    /** How many sign-in records say that the assertion was used before. */
    private int refusals() {
        var administrator = company.administrator();
        var path = "/api/sso/" + company.id + "/sign-ins";
        var count = 0;
        for (var next = ""; next != null; ) {
            var page = administrator.get(path + next).expect(200).json();
            for (var record : page.get("items")) {
                count += "ASSERTION_REPLAYED".equals(record.get("reason").asText()) ? 1 : 0;
            }
            next = page.hasNonNull("next")
                    ? "?cursor=" + encode(page.get("next").asText())
                    : null;
        }
        return count;
    }

    private static List<Integer> inParallel(List<Callable<Integer>> calls) throws Exception {
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            var statuses = new ArrayList<Integer>();
            for (var done : threads.invokeAll(calls)) {
                statuses.add(done.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }

    private int post(Api service, String response, String relayState) {
        return service.send(
                        "POST",
                        acs,
                        "application/x-www-form-urlencoded",
                        "SAMLResponse=" + encode(response) + "&RelayState=" + encode(relayState))
                .status();
    }

    /** The id of the request that a verification sends to the provider. */
    private String requested(Stack stack) {
        var loginUrl = company.administrator()
                .post("/api/sso/" + company.id + "/verifications", Map.of())
                .expect(201)
                .json()
                .get("loginUrl")
                .asText();
        var browser = FormBrowser.ofFrontend(stack.publicUrl());
        var location = browser.peek(
                        URI.create(stack.publicUrl()).resolve(loginUrl).toString())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return URLDecoder.decode(location.replaceAll(".*RelayState=([^&]*).*", "$1"), StandardCharsets.UTF_8);
    }

    private ResponsePlan plan(Stack stack, String requestId) {
        return ResponsePlan.jumpCloud(
                company.id,
                stack.publicUrl(),
                stack.publicUrl() + acs,
                requestId,
                company.email,
                Map.of("first_name", List.of("Ada"), "last_name", List.of("Lovelace"), "saml_id", List.of("ada")),
                Instant.now());
    }

    private String metadata() {
        var certificate = encoded();
        return """
                <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s"><IDPSSODescriptor
                protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing"><KeyInfo
                xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>%s</X509Certificate></X509Data>
                </KeyInfo></KeyDescriptor><SingleSignOnService
                Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example.org/sso"/>
                </IDPSSODescriptor></EntityDescriptor>""".formatted(company.id, certificate);
    }

    private static String encoded() {
        try {
            return Base64.getEncoder().encodeToString(KEYS.certificate().getEncoded());
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
