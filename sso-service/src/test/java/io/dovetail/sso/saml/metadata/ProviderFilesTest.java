package io.dovetail.sso.saml.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.likeness.Likeness;
import io.dovetail.lab.idp.likeness.MetadataPlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exports of seven providers are read: in their likeness always, and the real files where they are at hand. */
class ProviderFilesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static final URI SSO = URI.create("https://idp.example/sso");

    /** OneLogin's certificates of 2013 ended in 2018, and are still in use. */
    private static final IdpKeys ENDED = MetadataFile.KEYS.withCertificateLife(
            Instant.parse("2013-09-30T00:00:00Z"), Instant.parse("2018-10-01T00:00:00Z"));

    private final IdpMetadataReader reader = new IdpMetadataReader(false);

    @ParameterizedTest
    @EnumSource(Likeness.class)
    void readsTheFile(Likeness likeness) throws MetadataRefused {
        var keys = likeness == Likeness.ONELOGIN ? ENDED : MetadataFile.KEYS;
        var file = likeness.metadata(
                new MetadataPlan(MetadataFile.ENTITY_ID, SSO.toString(), keys, MetadataFile.NEXT, false, false, NOW));

        var metadata = reader.read(MetadataFile.bytes(file), MetadataFile.ONLY, NOW);

        var twoKeys = Set.of(Likeness.ENTRA, Likeness.ADFS).contains(likeness);
        var byPostAlone = Set.of(Likeness.JUMPCLOUD, Likeness.ONELOGIN).contains(likeness);
        assertEquals(MetadataFile.ENTITY_ID, metadata.entityId());
        assertEquals(byPostAlone ? Optional.empty() : Optional.of(SSO), metadata.redirectSsoUrl());
        assertEquals(Optional.of(SSO), metadata.postSsoUrl());
        assertEquals(
                twoKeys ? List.of(keys.certificate(), MetadataFile.NEXT.certificate()) : List.of(keys.certificate()),
                metadata.certificates());
        assertFalse(metadata.wantsSignedRequests());
    }

    @ParameterizedTest
    @EnumSource(Likeness.class)
    void readsThatRequestsMustBeSigned(Likeness likeness) throws MetadataRefused {
        var file = likeness.metadata(new MetadataPlan(
                MetadataFile.ENTITY_ID, SSO.toString(), MetadataFile.KEYS, MetadataFile.NEXT, false, true, NOW));

        assertTrue(reader.read(MetadataFile.bytes(file), MetadataFile.ONLY, NOW).wantsSignedRequests());
    }

    /** None where the folder is not there; it is never part of this repository. */
    @TestFactory
    Stream<DynamicTest> readsTheRealFiles() throws IOException {
        var folder = realFiles();
        if (folder.isEmpty()) {
            return Stream.empty();
        }
        try (var files = Files.list(folder.get())) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList().stream()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> readsTheRealFile(file)));
        }
    }

    private void readsTheRealFile(Path file) throws IOException, MetadataRefused {
        var bytes = Files.readAllBytes(file);

        var metadata = reader.read(bytes, MetadataFile.ONLY, NOW);

        assertFalse(metadata.entityId().isBlank());
        assertEquals("https", metadata.ssoUrl().getScheme());
        assertTrue(metadata.certificates().stream()
                        .map(X509Certificate::getPublicKey)
                        .distinct()
                        .count()
                >= 1);
        var text = metadata.text();
        assertTrue(text.contains("entityID=\"" + metadata.entityId() + "\""));
    }

    private static Optional<Path> realFiles() {
        var named = Optional.ofNullable(System.getenv("DOVETAIL_IDP_METADATA")).map(Path::of);
        var beside = Optional.ofNullable(System.getProperty("project.root"))
                .map(root -> Path.of(root).resolveSibling("shared").resolve("idp-metadata"));
        return named.or(() -> beside).filter(Files::isDirectory);
    }
}
