package io.dovetail.lab.idp.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.JdkValidator;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The outlines beside this test were read from what the providers publish; ours must have the same. */
class LikenessMetadataTest {

    private static final IdpKeys KEYS = IdpKeys.rsa2048();
    private static final IdpKeys NEXT = IdpKeys.rsa2048();
    private static final String SSO = "https://idp.example.org/sso?a=1&b=2";

    @ParameterizedTest
    @EnumSource(Likeness.class)
    void hasTheOutlineOfTheRealMetadata(Likeness likeness) throws IOException {
        String xml = likeness.metadata(plan(false, false));

        assertEquals(outline(likeness), MetadataOutline.of(xml));
    }

    /** None where the real files are not at hand; they are never part of this repository. */
    @TestFactory
    Stream<DynamicTest> theOutlinesAreThoseOfTheRealFiles() {
        return realFiles().stream()
                .flatMap(folder -> Arrays.stream(Likeness.values())
                        .map(likeness -> dynamicTest(likeness.title(), () -> {
                            String file = likeness == Likeness.PINGFEDERATE ? "pingone" : name(likeness);
                            assertEquals(
                                    outline(likeness),
                                    MetadataOutline.of(Files.readString(folder.resolve(file + ".xml"))));
                        })));
    }

    @ParameterizedTest
    @EnumSource(Likeness.class)
    void namesOurOwnIssuerAddressAndKey(Likeness likeness) throws Exception {
        Element entity = entity(likeness.metadata(plan(false, false)));

        assertEquals("company & 1", entity.getAttribute("entityID"));
        Element role = Xml.requireChild(entity, Names.MD, "IDPSSODescriptor");
        assertTrue(Xml.descendants(role, Names.MD, "SingleSignOnService").stream()
                .allMatch(service -> service.getAttribute("Location").equals(SSO)));
        List<String> certificates = Xml.descendants(role, Names.DS, "X509Certificate").stream()
                .map(certificate -> certificate.getTextContent().replaceAll("\\s", ""))
                .toList();
        assertTrue(certificates.contains(
                Base64.getEncoder().encodeToString(KEYS.certificate().getEncoded())));
    }

    /** AD FS lists what it can send, and sends what its claim rules say. */
    @ParameterizedTest
    @EnumSource(value = Likeness.class, mode = EnumSource.Mode.EXCLUDE, names = "ADFS")
    void sendsANameIdOfAFormatThatItsMetadataList(Likeness likeness) {
        Element role = Xml.requireChild(entity(likeness.metadata(plan(false, false))), Names.MD, "IDPSSODescriptor");

        List<String> listed = Xml.descendants(role, Names.MD, "NameIDFormat").stream()
                .map(Element::getTextContent)
                .toList();

        String sent = likeness.plan(
                        "company-1", "urn:sp", "https://app.example.org/acs", null, "ada", Map.of(), Instant.EPOCH)
                .nameIdFormat();
        assertTrue(listed.isEmpty() || listed.contains(sent), sent + " is none of " + listed);
    }

    @ParameterizedTest
    @EnumSource(Likeness.class)
    void asksForSignedRequestsWhenTheApplicationDoes(Likeness likeness) {
        Element entity = entity(likeness.metadata(plan(false, true)));

        assertEquals(
                "true", Xml.requireChild(entity, Names.MD, "IDPSSODescriptor").getAttribute("WantAuthnRequestsSigned"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Likeness.class,
            names = {"ENTRA", "ADFS"})
    void isSignedWhereTheProviderSigns(Likeness likeness) {
        Document document = entity(likeness.metadata(plan(false, false))).getOwnerDocument();

        assertTrue(new JdkValidator(KEYS).acceptsAnySignature(document, document.getDocumentElement()));
    }

    private static MetadataPlan plan(boolean redirectBinding, boolean wantSignedRequests) {
        return new MetadataPlan(
                "company & 1",
                SSO,
                KEYS,
                NEXT,
                redirectBinding,
                wantSignedRequests,
                Instant.parse("2026-03-01T10:00:00Z"));
    }

    private static Element entity(String xml) {
        return Xml.parse(xml.replace("\ufeff", "")).getDocumentElement();
    }

    private static String outline(Likeness likeness) throws IOException {
        try (InputStream in = LikenessMetadataTest.class.getResourceAsStream(name(likeness) + ".outline")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf('\n') + 1);
        }
    }

    private static String name(Likeness likeness) {
        return likeness.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Path> realFiles() {
        Optional<Path> named =
                Optional.ofNullable(System.getenv("DOVETAIL_IDP_METADATA")).map(Path::of);
        Optional<Path> beside = Optional.ofNullable(System.getProperty("project.root"))
                .map(root -> Path.of(root).resolveSibling("shared").resolve("idp-metadata"));
        return named.or(() -> beside).filter(Files::isDirectory);
    }
}
