package io.dovetail.sso.saml.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real providers export is accepted, with all that a connection needs of it. */
class IdpMetadataReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final IdpMetadataReader reader = new IdpMetadataReader(false);

    @Test
    void readsJumpCloudsFileWithItsPostBindingAndItsPlaceholder() throws MetadataRefused {
        var metadata = read(MetadataFile.jumpCloud());

        assertEquals("IdP Entity ID", metadata.entityId());
        assertEquals(Optional.empty(), metadata.redirectSsoUrl());
        assertEquals(Optional.of(URI.create("https://idp.example/sso/post")), metadata.postSsoUrl());
        assertEquals(List.of(MetadataFile.KEYS.certificate()), metadata.certificates());
        assertFalse(metadata.wantsSignedRequests());
        assertEquals(Optional.empty(), metadata.validUntil());
    }

    @Test
    void readsGooglesFileUntilTheMomentThatItNames() throws MetadataRefused {
        var metadata = read(MetadataFile.google("2026-03-01T10:00:00.001Z"));

        assertEquals(Optional.of(NOW.plusMillis(1)), metadata.validUntil());
        assertEquals(URI.create("https://idp.example/sso/redirect"), metadata.ssoUrl());
    }

    @Test
    void readsMicrosoftsFileWithForeignRolesAndAllItsSigningKeys() throws MetadataRefused {
        var metadata = read(MetadataFile.microsoft());

        assertEquals(
                List.of(MetadataFile.KEYS.certificate(), MetadataFile.NEXT.certificate()), metadata.certificates());
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void readsEveryEncodingAlike(byte[] xml) throws MetadataRefused {
        assertEquals("IdP Entity ID", reader.read(xml, NOW).entityId());
    }

    static List<byte[]> encodings() {
        var text = MetadataFile.jumpCloud();
        return List.of(
                MetadataFile.bytes("\ufeff" + text),
                text.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16));
    }

    @Test
    void readsTheOnlyProviderOfAList() throws MetadataRefused {
        assertEquals(
                "IdP Entity ID",
                read(MetadataFile.entities(MetadataFile.jumpCloud())).entityId());
    }

    @Test
    void takesAKeyWithoutUseForSigning() throws MetadataRefused {
        var metadata = read(MetadataFile.with(MetadataFile.key("", MetadataFile.KEYS) + MetadataFile.POST));

        assertEquals(List.of(MetadataFile.KEYS.certificate()), metadata.certificates());
    }

    @Test
    void trustsTheKeysOwnCertificateAndNotTheAuthorityBesideIt() throws MetadataRefused {
        var chain = MetadataFile.key(
                "use=\"signing\"",
                MetadataFile.base64(MetadataFile.KEYS.certificate()),
                MetadataFile.base64(MetadataFile.NEXT.certificate()));

        var metadata = read(MetadataFile.with(chain + MetadataFile.POST));

        assertEquals(List.of(MetadataFile.KEYS.certificate()), metadata.certificates());
    }

    @Test
    void takesTheEarliestEndAndTheShortestCacheOfAllLevels() throws MetadataRefused {
        var role = MetadataFile.role(
                " validUntil=\"2026-03-02T00:00:00Z\" cacheDuration=\"PT1H\" WantAuthnRequestsSigned=\"true\"",
                MetadataFile.key("", MetadataFile.KEYS) + MetadataFile.POST);
        var attributes = "entityID=\"x\" validUntil=\"2026-04-01T00:00:00Z\" cacheDuration=\"P1D\"";

        var metadata = read(MetadataFile.entity(attributes, role));

        assertEquals(Optional.of(Instant.parse("2026-03-02T00:00:00Z")), metadata.validUntil());
        assertEquals(Optional.of(Duration.ofHours(1)), metadata.cacheDuration());
        assertTrue(metadata.wantsSignedRequests());
    }

    @Test
    void acceptsPlainHttpOnlyWhereTheInstallationAllowsIt() throws MetadataRefused {
        var local = MetadataFile.with(
                MetadataFile.key("", MetadataFile.KEYS) + MetadataFile.service("HTTP-POST", "http://127.0.0.1:9/sso"));

        var metadata = new IdpMetadataReader(true).read(MetadataFile.bytes(local), NOW);

        assertEquals(Optional.of(URI.create("http://127.0.0.1:9/sso")), metadata.postSsoUrl());
    }

    private IdpMetadata read(String xml) throws MetadataRefused {
        return reader.read(MetadataFile.bytes(xml), NOW);
    }
}
