package io.dovetail.sso.saml.metadata;

import static io.dovetail.sso.saml.metadata.MetadataReason.SIGNATURE_BAD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.xml.Xml;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A signed file is as it was signed, or it is refused (security.md I9). */
class MetadataSignatureTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    /** What signs is none of the keys that a connection would trust, as at Entra ID and AD FS. */
    private static final IdpKeys SIGNING = IdpKeys.rsa2048();

    private static final String SIGNED =
            signed(MetadataFile.with(MetadataFile.key("use=\"signing\"", MetadataFile.KEYS) + MetadataFile.POST));

    private final IdpMetadataReader reader = new IdpMetadataReader(false);

    @ParameterizedTest(name = "{0}")
    @MethodSource("changed")
    void refusesWhatWasChangedAfterItWasSignedAndAcceptsTheOriginal(String what, String xml, MetadataReason reason)
            throws MetadataRefused {
        var refused =
                assertThrows(MetadataRefused.class, () -> reader.read(MetadataFile.bytes(xml), MetadataFile.ONLY, NOW));

        assertEquals(reason, refused.reason());
        for (var honest : new String[] {SIGNED, MetadataFile.entities(SIGNED)}) {
            assertEquals(
                    MetadataFile.ENTITY_ID,
                    reader.read(MetadataFile.bytes(honest), MetadataFile.ONLY, NOW)
                            .entityId());
        }
    }

    static Stream<Arguments> changed() {
        return Stream.of(
                arguments("another address", SIGNED.replace("/idp.example/sso", "/evil.example/sso"), SIGNATURE_BAD),
                arguments("another signature", SIGNED.replaceFirst("(SignatureValue>)....", "$1AAAA"), SIGNATURE_BAD),
                arguments("a signature of something else", SIGNED.replace("#_file", "#_other"), SIGNATURE_BAD),
                arguments("one of a list", MetadataFile.entities(SIGNED.replace("/sso/", "/")), SIGNATURE_BAD));
    }

    private static String signed(String file) {
        var document = Xml.parse(file.replace("entityID=", "ID=\"_file\" entityID="));
        Signing.by(SIGNING).sign(document.getDocumentElement());
        return Xml.text(document);
    }
}
