package io.dovetail.sso.saml.metadata;

import static io.dovetail.sso.saml.metadata.MetadataReason.ENTITY_UNKNOWN;
import static io.dovetail.sso.saml.metadata.MetadataReason.SEVERAL_ENTITIES;
import static io.dovetail.sso.saml.metadata.MetadataReason.SEVERAL_ROLES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that describes several providers is a question, and the answer chooses one of them (security.md I6). */
class ManyProvidersTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String KEY = MetadataFile.key("use=\"signing\"", MetadataFile.KEYS);
    private static final String ONE = provider("https://one.example", KEY);
    private static final String TWO =
            provider("https://two.example", MetadataFile.key("use=\"signing\"", MetadataFile.NEXT));
    private static final String SERVICE = MetadataFile.entity(
            "entityID=\"https://service.example\"",
            "<md:SPSSODescriptor protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\"/>");

    private final IdpMetadataReader reader = new IdpMetadataReader(false);

    @Test
    void asksWhichProviderIsMeantAndListsThem() {
        var nested = MetadataFile.entities(ONE, SERVICE, MetadataFile.entities(SERVICE, TWO));

        var refused = refusal(nested, new EntityChoice.Only());

        assertEquals(SEVERAL_ENTITIES, refused.reason());
        assertEquals(List.of("https://one.example", "https://two.example"), refused.entities());
    }

    @ParameterizedTest
    @MethodSource("choices")
    void takesTheChosenOne(EntityChoice choice) throws MetadataRefused {
        var metadata = read(MetadataFile.entities(ONE, SERVICE, MetadataFile.entities(TWO)), choice);

        assertEquals("https://two.example", metadata.entityId());
        assertEquals(URI.create("https://two.example/sso"), metadata.ssoUrl());
        assertEquals(List.of(MetadataFile.NEXT.certificate()), metadata.certificates());
    }

    static Stream<EntityChoice> choices() {
        return Stream.of(new EntityChoice.Named("https://two.example"), new EntityChoice.Known("https://two.example"));
    }

    @Test
    void oneProviderBesideServicesIsNoQuestion() throws MetadataRefused {
        var file = MetadataFile.entities(SERVICE, MetadataFile.entities(SERVICE, ONE), SERVICE);

        assertEquals("https://one.example", read(file, new EntityChoice.Only()).entityId());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknown")
    void refusesAChoiceThatTheFileDoesNotDescribeAndListsWhatItDoes(String what, String xml, MetadataReason reason) {
        for (var unknown : List.of("https://three.example", "https://ONE.example", "https://service.example")) {
            var refused = refusal(xml, new EntityChoice.Named(unknown));

            assertEquals(reason, refused.reason());
            assertTrue(refused.entities().contains("https://one.example"));
        }
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                arguments("one", ONE, ENTITY_UNKNOWN),
                arguments("one in a list", MetadataFile.entities(ONE, SERVICE), ENTITY_UNKNOWN),
                arguments("two", MetadataFile.entities(ONE, TWO), ENTITY_UNKNOWN));
    }

    /** What became of its entity ID is for the administrator to see: the change is held. */
    @Test
    void aRefreshReadsTheOnlyProviderWhoeverItIsNow() throws MetadataRefused {
        var known = new EntityChoice.Known("https://before.example");

        assertEquals("https://one.example", read(ONE, known).entityId());
        assertEquals(
                ENTITY_UNKNOWN, refusal(MetadataFile.entities(ONE, TWO), known).reason());
    }

    @Test
    void aProviderThatIsDescribedTwiceIsRefusedByName() {
        var twice = MetadataFile.entities(ONE, TWO, ONE);

        var refused = refusal(twice, new EntityChoice.Named("https://one.example"));

        assertEquals(SEVERAL_ROLES, refused.reason());
        assertEquals(SEVERAL_ENTITIES, refusal(twice, new EntityChoice.Only()).reason());
    }

    @Test
    void ofTwoRolesTheOneThatSpeaksSaml2IsTaken() throws MetadataRefused {
        var old = MetadataFile.role("", KEY + MetadataFile.service("HTTP-POST", "https://old.example/sso"))
                .replace("SAML:2.0:protocol", "SAML:1.1:protocol");
        var both = MetadataFile.entity(
                "entityID=\"https://one.example\"", old + MetadataFile.role("", KEY + MetadataFile.POST));

        var metadata = read(both, new EntityChoice.Only());

        assertEquals(Optional.of(URI.create("https://idp.example/sso/post")), metadata.postSsoUrl());
    }

    @Test
    void whatEveryListAroundItSaysOfTimeHolds() throws MetadataRefused {
        var inner = MetadataFile.entities(TWO)
                .replace("<md:EntitiesDescriptor", "<md:EntitiesDescriptor" + " cacheDuration=\"PT2H\"");
        var outer = MetadataFile.entities(ONE, inner)
                .replaceFirst(
                        "<md:EntitiesDescriptor", "<md:EntitiesDescriptor" + " validUntil=\"2026-03-02T00:00:00Z\"");

        var metadata = read(outer, new EntityChoice.Named("https://two.example"));

        assertEquals(Optional.of(Instant.parse("2026-03-02T00:00:00Z")), metadata.validUntil());
        assertEquals(Optional.of(Duration.ofHours(2)), metadata.cacheDuration());
    }

    /** As many as 20,000 elements hold: the question lists a thousand, and the last of them can be chosen. */
    @Test
    @Timeout(20)
    void aFederationIsAQuestionToo() throws MetadataRefused {
        var bare = IntStream.range(0, 2_500)
                .mapToObj(number -> provider("https://idp-" + number + ".example", ""))
                .toArray(String[]::new);
        bare[2_499] = TWO;
        var federation = MetadataFile.entities(bare);

        var refused = refusal(federation, new EntityChoice.Only());

        assertEquals(SEVERAL_ENTITIES, refused.reason());
        assertEquals(1_000, refused.entities().size());
        assertEquals(
                "https://two.example",
                read(federation, new EntityChoice.Named("https://two.example")).entityId());
    }

    private static String provider(String entityId, String key) {
        var role = MetadataFile.role("", key + MetadataFile.service("HTTP-POST", entityId + "/sso"));
        return MetadataFile.entity("entityID=\"" + entityId + "\"", role);
    }

    private MetadataRefused refusal(String xml, EntityChoice choice) {
        return assertThrows(MetadataRefused.class, () -> read(xml, choice));
    }

    private IdpMetadata read(String xml, EntityChoice choice) throws MetadataRefused {
        return reader.read(MetadataFile.bytes(xml), choice, NOW);
    }
}
