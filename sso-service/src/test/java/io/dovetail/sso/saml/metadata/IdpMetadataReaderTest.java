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
import org.junit.jupiter.params.provider.ValueSource;

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
        assertEquals("IdP Entity ID", reader.read(xml, MetadataFile.ONLY, NOW).entityId());
    }

    static List<byte[]> encodings() {
        var text = MetadataFile.jumpCloud();
        return List.of(
                MetadataFile.bytes("\ufeff" + text),
                text.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16));
    }

    /** Whoever pastes a file has its characters; its declaration speaks of bytes that are gone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
                "\ufeff<?xml version='1.0' encoding = 'utf-16' standalone='yes'?>",
                "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>",
                "<?xml version=\"1.0\"?>",
                "\ufeff",
                ""
            })
    void readsPastedTextWhateverEncodingItsFileHad(String declaration) throws MetadataRefused {
        var file = MetadataFile.entity(
                "entityID=\"urn:größe\"",
                MetadataFile.role("", MetadataFile.key("", MetadataFile.KEYS) + MetadataFile.POST));
        var pasted = declaration + file.substring(file.indexOf("<md:"));

        var metadata = reader.read(pasted, MetadataFile.ONLY, NOW);

        assertEquals("urn:größe", metadata.entityId());
        assertEquals(
                "urn:größe",
                reader.read(metadata.text(), MetadataFile.ONLY, NOW).entityId());
    }

    @Test
    void keepsTheTextOfAFileInAnyEncoding() throws MetadataRefused {
        var wide = MetadataFile.jumpCloud().replace("UTF-8", "UTF-16").replace("IdP Entity ID", "urn:größe");

        var metadata = reader.read(wide.getBytes(StandardCharsets.UTF_16), MetadataFile.ONLY, NOW);

        assertTrue(metadata.text().contains("entityID=\"urn:größe\""), metadata.text());
        assertFalse(metadata.text().contains("\u0000"));
    }

    @Test
    void takesTheLongestEntityIdAndAddressThatAreAllowed() throws MetadataRefused {
        var entityId = "x".repeat(1_024);
        var address = "https://idp.example/" + "x".repeat(1_980);
        var inside = MetadataFile.key("", MetadataFile.KEYS) + MetadataFile.service("HTTP-POST", address);

        var metadata = read(MetadataFile.entity("entityID=\"" + entityId + "\"", MetadataFile.role("", inside)));

        assertEquals(entityId, metadata.entityId());
        assertEquals(URI.create(address), metadata.ssoUrl());
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

        var metadata = new IdpMetadataReader(true).read(MetadataFile.bytes(local), MetadataFile.ONLY, NOW);

        assertEquals(Optional.of(URI.create("http://127.0.0.1:9/sso")), metadata.postSsoUrl());
    }

    private IdpMetadata read(String xml) throws MetadataRefused {
        return reader.read(MetadataFile.bytes(xml), MetadataFile.ONLY, NOW);
    }
}
