package io.dovetail.sso;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.testing.EventContracts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.kit.testing.TestEvents;
import io.dovetail.kit.testing.TestTokens;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A company, its administrator, its provider's keys, and a browser: everything that a sign-in needs. */
public final class Workplace {
    public static final IdpKeys KEYS = IdpKeys.rsa2048();
    private static final String ORIGIN = "http://localhost:8080";
    private static final String COOKIE = "dovetail-browser";
    /** In which every administrator of the tests verifies. */
    public static final String VERIFYING_BROWSER = "browser-of-the-administrator-0123456789-0123456789";

    public final UUID companyId = UUID.randomUUID();
    public final UUID administratorId = UUID.randomUUID();
    public List<String> recoveryCodes = List.of();
    /** What this company's provider makes of an answer in JumpCloud's likeness. */
    public UnaryOperator<ResponsePlan> habits = UnaryOperator.identity();

    public final String token = TestTokens.admin(companyId, administratorId);

    /** A company that user-service told of and that sso-service knows. */
    public static Workplace known() {
        var place = new Workplace();
        place.tell();
        Eventually.until(
                "the company's copy",
                () -> place.asAdministrator().get("/api/sso/" + place.companyId).statusCode() == 200);
        return place;
    }

    /** user-service's word that the company is there. */
    public void tell() {
        tell(1, "ACTIVE");
    }

    public void tell(long revision, String status) {
        Neighbours.tellCompany(companyId, revision, status, "ALLOWED");
    }

    /** As above, and everything is there that Enable asks for. */
    public static Workplace ready(String idpInitiated) {
        var place = known();
        place.save(idpInitiated);
        place.verify();
        place.bind();
        return place;
    }

    /** As above, and single sign-on is on. */
    public static Workplace enabled(String idpInitiated) {
        return known().enable(Map.of("idpInitiated", idpInitiated));
    }

    /** All from the draft to Enable, with settings of the connection as its draft names them. */
    public Workplace enable(Map<String, ?> settings) {
        trySave(settings).then().statusCode(200);
        verify();
        bind();
        recoveryCodes = asAdministrator()
                .post("/api/sso/" + companyId + "/enable")
                .then()
                .statusCode(200)
                .extract()
                .path("recoveryCodes");
        return this;
    }

    /** The sample that contracts/events gives. */
    public static void publishSample(String topic, String name, String key, UUID companyId) {
        var sample = EventContracts.read(name + ".v1.sample.json");
        Map<String, ?> data = new ObjectMapper().convertValue(sample, new TypeReference<>() {});
        TestEvents.publish(Event.of(topic, name, key, companyId, Actor.system(), Instant.now(), data));
    }

    public RequestSpecification asAdministrator() {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    public void save(String idpInitiated) {
        trySave(idpInitiated).then().statusCode(200).body("draft.idpEntityId", equalTo(companyId.toString()));
    }

    public Response trySave(String idpInitiated) {
        return trySave(Map.of("idpInitiated", idpInitiated));
    }

    private Response trySave(Map<String, ?> settings) {
        var draft = new HashMap<String, Object>(settings);
        draft.putIfAbsent("metadataXml", metadata());
        return asAdministrator().body(draft).put("/api/sso/" + companyId);
    }

    public String source() {
        return asAdministrator().get("/api/sso/" + companyId).path("draft.source");
    }

    public String currentSource() {
        return asAdministrator().get("/api/sso/" + companyId).path("current.source");
    }

    /** A verification that passes; returns its id. */
    public String verify() {
        var started = asAdministrator()
                .post("/api/sso/" + companyId + "/verifications")
                .then()
                .statusCode(201)
                .extract();
        var requestId = requestId(open(VERIFYING_BROWSER, started.path("loginUrl")));
        var finish = post(response(requestId), requestId);
        open(VERIFYING_BROWSER, path(finish)).then().statusCode(303);
        return started.path("id");
    }

    /** The administrator's wish to be linked to who came back in the verification, from this browser. */
    public Response link(String browser, String verification) {
        return asAdministrator()
                .cookie(COOKIE, browser)
                .post("/api/sso/" + companyId + "/verifications/" + verification + "/link");
    }

    /** Eight new codes. */
    public List<String> replaceCodes() {
        return asAdministrator()
                .post("/api/sso/" + companyId + "/recovery-codes")
                .then()
                .statusCode(200)
                .extract()
                .path("recoveryCodes");
    }

    /** binding-service's word that the administrator is bound. */
    public void bind() {
        var source = source();
        Neighbours.tellBinding(
                companyId, administratorId, source == null ? UUID.randomUUID() : UUID.fromString(source));
    }

    public Response open(String browser, String path) {
        return given().redirects().follow(false).cookie(COOKIE, browser).get(URI.create(path));
    }

    /** Starts a sign-in and returns the request's id. */
    public String login(String browser) {
        return requestId(open(browser, "/auth/saml/" + companyId + "/login"));
    }

    public Response post(String samlResponse, String relayState) {
        return given().redirects()
                .follow(false)
                .formParam("SAMLResponse", samlResponse)
                .formParam("RelayState", relayState)
                .post("/auth/saml/" + companyId);
    }

    public ResponsePlan plan(@Nullable String requestId) {
        return habits.apply(ResponsePlan.jumpCloud(
                companyId.toString(),
                ORIGIN,
                ORIGIN + "/auth/saml/" + companyId,
                requestId,
                "ada@works.example",
                Map.of("first_name", List.of("Ada"), "last_name", List.of("Lovelace"), "saml_id", List.of("ada")),
                Instant.now()));
    }

    /** Goes from the redirect to the provider, signs in there, and finishes in the same browser. */
    public Response complete(String browser, Response atLogin) {
        var requestId = requestId(atLogin);
        return open(browser, path(post(response(requestId), requestId)));
    }

    /** The first person who comes in: the sign-in, and user-service's word that it led to a session. */
    public void comeIn() {
        var browser = UUID.randomUUID() + "-" + UUID.randomUUID();
        complete(browser, open(browser, "/auth/saml/" + companyId + "/login"))
                .then()
                .statusCode(303);
        Neighbours.tellSession(companyId, administratorId, newestSignIn());
    }

    public void awaitState(String state) {
        Eventually.until("single sign-on to be " + state, () -> state.equals(state()));
    }

    public String state() {
        return asAdministrator().get("/api/sso/" + companyId).path("state");
    }

    public String newestSignIn() {
        return asAdministrator().get("/api/sso/" + companyId + "/sign-ins").path("items[0].id");
    }

    public String response(String requestId) {
        return ResponseFactory.base64(plan(requestId), KEYS);
    }

    public static String path(Response redirect) {
        redirect.then().statusCode(303);
        return redirect.header("Location").replace(ORIGIN, "");
    }

    /** Of the request with which the browser was sent to the provider. */
    public static String requestId(Response redirect) {
        redirect.then().statusCode(303);
        var location = redirect.header("Location");
        return URLDecoder.decode(location.replaceAll(".*RelayState=", ""), StandardCharsets.UTF_8);
    }

    /** Sends what the provider makes of a plan to the ACS. */
    public Response answer(ResponsePlan plan, String relayState) {
        return post(ResponseFactory.base64(plan, KEYS), relayState);
    }

    /** What the administrator reads of the newest sign-in. */
    public String newestReason() {
        return asAdministrator().get("/api/sso/" + companyId + "/sign-ins").path("items[0].reason");
    }

    public String metadata() {
        return PlainMetadata.of(companyId.toString(), KEYS);
    }
}
