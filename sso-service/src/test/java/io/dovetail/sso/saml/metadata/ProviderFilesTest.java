package io.dovetail.sso.saml.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dovetail.lab.idp.IdpKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The exports of seven providers are read: in their likeness always, and the real files where they are at hand. */
class ProviderFilesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final IdpMetadataReader reader = new IdpMetadataReader(false);

    @ParameterizedTest(name = "{0}")
    @MethodSource("likenesses")
    void readsTheFile(
            String provider, String file, String entityId, Optional<URI> redirect, URI post, List<IdpKeys> keys)
            throws MetadataRefused {
        var metadata = reader.read(MetadataFile.bytes(file), NOW);

        assertEquals(entityId, metadata.entityId());
        assertEquals(redirect, metadata.redirectSsoUrl());
        assertEquals(Optional.of(post), metadata.postSsoUrl());
        assertEquals(keys.stream().map(IdpKeys::certificate).toList(), metadata.certificates());
        assertFalse(metadata.wantsSignedRequests());
    }

    static Stream<Arguments> likenesses() {
        var post = URI.create("https://idp.example/sso/post");
        var redirect = Optional.of(URI.create("https://idp.example/sso/redirect"));
        var adFs = URI.create("https://idp.example/adfs/ls/");
        var one = List.of(MetadataFile.KEYS);
        var two = List.of(MetadataFile.KEYS, MetadataFile.NEXT);
        var id = MetadataFile.ENTITY_ID;
        return Stream.of(
                arguments("JumpCloud", ProviderFiles.jumpCloud(), "IdP Entity ID", Optional.empty(), post, one),
                arguments("Okta", ProviderFiles.okta(), "http://idp.example/exk1", redirect, post, one),
                arguments("Entra", ProviderFiles.entra(), id, redirect, post, two),
                arguments("AD FS", ProviderFiles.adFs(), id, Optional.of(adFs), adFs, two),
                arguments("Google", ProviderFiles.google(), id, redirect, post, one),
                arguments(
                        "OneLogin", ProviderFiles.oneLogin(), id, Optional.empty(), post, List.of(ProviderFiles.ENDED)),
                arguments("PingOne", ProviderFiles.pingOne(), id, redirect, post, one));
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

        var metadata = reader.read(bytes, NOW);

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
