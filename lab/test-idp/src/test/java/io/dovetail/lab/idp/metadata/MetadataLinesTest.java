package io.dovetail.lab.idp.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.JdkValidator;
import io.dovetail.lab.idp.check.line.Line;
import io.dovetail.lab.idp.check.line.Lines;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Each line of metadata is what its sentence says, and honest ones without it. */
class MetadataLinesTest {
    private static final IdpKeys KEYS = IdpKeys.rsa2048();
    private static final MetadataScene SCENE = new MetadataScene(
            "company-1",
            KEYS,
            IdpKeys.rsa2048(),
            KEYS.withCertificateLife(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2021-01-01T00:00:00Z")),
            "https://idp.example.org/sso",
            "https://idp.example.org/metadata",
            Instant.parse("2026-03-01T10:00:00Z"));

    @Test
    void hasMetadataOrAnAddressForEveryLineOfMetadataButRebinding() {
        var rules = Lines.all().stream()
                .filter(line ->
                        line.letter().equals("I") || List.of("B8", "E3", "G2").contains(line.rule()))
                .filter(line -> HostileMetadata.find(line.name()).isEmpty()
                        && InwardAddresses.find(line.name(), URI.create("http://127.0.0.1:8090/m"))
                                .isEmpty())
                .map(Line::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(List.of("I3_REBINDING")), rules);
    }

    @Test
    void differsFromTheHonestOnesInEveryLine() {
        Stream<String> texts = Lines.all().stream()
                .flatMap(line -> HostileMetadata.findText(line.name()).stream())
                .map(text -> text.apply(SCENE));

        assertTrue(texts.noneMatch(SCENE.honest()::equals));
        assertEquals(
                1,
                Xml.descendants(Xml.parse(SCENE.honest()), Names.MD, "KeyDescriptor")
                        .size());
    }

    @Test
    void theSignatureIsGoodUntilTheFileIsChanged() {
        Document changed = Xml.parse(text("I9_BAD_SIGNATURE"));
        Element entity = changed.getDocumentElement();
        JdkValidator validator = new JdkValidator(KEYS);

        assertFalse(validator.acceptsAnySignature(changed, entity));
        assertTrue(validator.acceptsAnySignedInfo(changed));

        Xml.descendants(entity, Names.MD, "SingleSignOnService")
                .forEach(service -> service.setAttribute("Location", SCENE.ssoUrl()));

        assertTrue(validator.acceptsAnySignature(changed, entity));
    }

    @Test
    void listsTheWeakTheNextOrTheEndedKeyAlone() {
        String honest = certificate(SCENE.honest());

        for (String line : List.of(
                "E3_RSA_1024", "E3_EC_P224", "E3_DSA", "B8_KEY_NO_LONGER_LISTED", "B11_CERTIFICATE_PAST_ITS_END")) {
            assertNotEquals(honest, certificate(text(line)), line);
        }
    }

    @Test
    void holdsTheDocumentTypeThatOneReaderMinds() {
        assertThrows(IllegalArgumentException.class, () -> Xml.parse(text("I11_DOCTYPE")));
        assertTrue(text("I4_OVER_ONE_MEBIBYTE").length() > 1024 * 1024);
    }

    @Test
    void spellsItsOwnAddressAnew() {
        URI honest = URI.create("http://127.0.0.1:8090/applications/1/metadata");

        assertEquals(
                "http://2130706433:8090/applications/1/metadata",
                InwardAddresses.find("I1_LOOPBACK_IN_DECIMAL", honest).orElseThrow());
    }

    private static String text(String line) {
        return HostileMetadata.findText(line).orElseThrow().apply(SCENE);
    }

    private static String certificate(String xml) {
        List<Element> certificates = Xml.descendants(Xml.parse(xml), Names.DS, "X509Certificate");
        assertEquals(1, certificates.size());
        return certificates.get(0).getTextContent();
    }
}
