package io.dovetail.sso.signin;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Tickets;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.likeness.Likeness;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * People of the seven providers come in by the running service: plain and encrypted, from the app and from the
 * provider's tile (security.md, "What real providers send").
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ProviderSignInTest {
    private static final Pattern ENCRYPTION_KEY =
            Pattern.compile("use=\"encryption\".*?X509Certificate>([^<]+)<", Pattern.DOTALL);

    private static @Nullable Workplace restarting;
    private static @Nullable Workplace accepting;

    private final String browser = "browser-of-ada-" + UUID.randomUUID() + UUID.randomUUID();

    @Inject
    Tickets tickets;

    /** How an assertion travels. */
    enum Wrapping {
        PLAIN,
        ENCRYPTED
    }

    static Stream<Arguments> everyWay() {
        return Arrays.stream(Likeness.values())
                .flatMap(provider -> Arrays.stream(Wrapping.values()).map(way -> Arguments.of(provider, way)));
    }

    @BeforeEach
    void enable() {
        if (restarting == null) {
            restarting = Workplace.known().enable(Map.of("idpInitiated", "RESTART", "encryptAssertions", true));
            accepting = Workplace.known().enable(Map.of("idpInitiated", "ACCEPT", "encryptAssertions", true));
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void signsInWhoStartsAtTheApp(Likeness provider, Wrapping wrapping) {
        var place = of(restarting);
        var requestId = place.login(browser);

        var answer = place.answer(plan(place, provider, wrapping, requestId), requestId);

        assertEquals("ada", whoComesIn(place, answer));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void signsInWhoStartsAtATileThatTheConnectionAccepts(Likeness provider, Wrapping wrapping) {
        var place = of(accepting);

        var answer = place.answer(plan(place, provider, wrapping, null), "");

        assertEquals("ada", whoComesIn(place, answer));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void signsInWhoStartsAtATileByASignInOfItsOwn(Likeness provider, Wrapping wrapping) {
        var place = of(restarting);

        var restart = Workplace.path(place.answer(plan(place, provider, wrapping, null), ""));
        var toProvider = place.open(browser, restart);

        assertTrue(restart.endsWith("/login?restart=1"), restart);
        toProvider.then().header("Location", startsWith("https://idp.example.org/sso"));
        var requestId = Workplace.requestId(toProvider);
        assertEquals("ada", whoComesIn(place, place.answer(plan(place, provider, wrapping, requestId), requestId)));
    }

    private static ResponsePlan plan(
            Workplace place, Likeness provider, Wrapping wrapping, @Nullable String requestId) {
        var usual = place.plan(requestId);
        var plan = provider.plan(
                usual.issuer(),
                usual.audience(),
                usual.recipient(),
                requestId,
                provider.nameId("ada", "ada@works.example"),
                usual.attributes(),
                usual.issueInstant());
        return wrapping == Wrapping.PLAIN ? plan : provider.encrypted(plan, offeredBy(place));
    }

    /** From the answer to the ticket for the app; returns the identity in it. */
    private String whoComesIn(Workplace place, Response answer) {
        var app = place.open(browser, Workplace.path(answer));
        app.then().statusCode(303).header("Location", containsString("/auth/complete?ticket="));
        var ticket = URLDecoder.decode(
                app.header("Location").replaceAll(".*[?&]ticket=([^&]+).*", "$1"), StandardCharsets.UTF_8);
        return tickets.open(new Pair("sso-service", "user-service"), "sign-in", JsonNode.class, ticket)
                .claims()
                .get("samlId")
                .asText();
    }

    /** What our metadata offer to encrypt to. */
    private static X509Certificate offeredBy(Workplace place) {
        var metadata =
                RestAssured.get("/auth/saml/" + place.companyId + "/metadata").asString();
        var key = ENCRYPTION_KEY.matcher(metadata);
        assertTrue(key.find(), metadata);
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(key.group(1))));
        } catch (CertificateException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Workplace of(@Nullable Workplace place) {
        if (place == null) {
            throw new IllegalStateException("nobody enabled it");
        }
        return place;
    }
}
