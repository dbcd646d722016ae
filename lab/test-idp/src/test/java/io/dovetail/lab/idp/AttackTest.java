package io.dovetail.lab.idp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.Attack.Proof;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An attack whose signature is broken proves nothing: here the JDK says what still verifies in each. */
class AttackTest {

    private static final IdpKeys KEYS = IdpKeys.rsa2048();
    private static final IdpKeys SERVICE_PROVIDER = IdpKeys.rsa2048();
    private static final AttackScene SCENE = AttackScene.of(
                    ResponseFactoryTest.honest()
                            .withSessionNotOnOrAfter(
                                    ResponseFactoryTest.honest().notOnOrAfter()),
                    KEYS)
            .withEncryptTo(SERVICE_PROVIDER.certificate());

    /** Here Santuario itself finds no plaintext, because that is the attack. */
    private static final Set<Attack> DO_NOT_DECRYPT = EnumSet.of(
            Attack.B10_CIPHERTEXT_TAMPERED,
            Attack.B10_CIPHERTEXT_TAMPERED_AND_SIGNED,
            Attack.B10_TAG_TAMPERED,
            Attack.B10_TAG_MISSING,
            Attack.B10_KEY_TAMPERED,
            Attack.B10_WRONG_KEY,
            Attack.B10_PADDING_TOO_LONG,
            Attack.B10_NOT_WHOLE_BLOCKS,
            Attack.B10_PADDING_RIGHT_CONTENT_WRONG,
            Attack.B10_CIPHER_REFERENCE,
            Attack.B10_CIPHER_REFERENCE_IN_KEY,
            Attack.C9_DOCTYPE_IN_CIPHERTEXT,
            Attack.D1_ENTITY_IN_CIPHERTEXT,
            Attack.D2_ENTITIES_IN_CIPHERTEXT,
            Attack.D3_HUGE_CIPHERTEXT,
            Attack.D3_HUGE_CIPHERTEXT_WITHIN_SIZE,
            Attack.E4_RSA_1_5_TAMPERED);

    @ParameterizedTest
    @EnumSource(value = Attack.class, mode = Mode.EXCLUDE, names = "D3_REFERENCES")
    void keepsTheProofThatItPromises(Attack attack) throws Exception {
        Document document = LenientReader.read(attack.apply(SCENE));

        JdkValidator trusted = new JdkValidator(attack.trusted(KEYS));
        boolean whole = trusted.acceptsAnySignatureOverAnything(document);
        boolean signedInfo = trusted.acceptsAnySignedInfo(document);
        boolean foreign = new JdkValidator(SCENE.foreign()).acceptsAnySignatureOverAnything(document);
        assertEquals(attack.proof() == Proof.WHOLE, whole, "a whole signature of the provider");
        assertEquals(attack.proof() == Proof.WHOLE || attack.proof() == Proof.SIGNED_INFO, signedInfo, "SignedInfo");
        assertEquals(attack.proof() == Proof.FOREIGN, foreign, "a foreign signature");
        if (attack.proof() == Proof.INSIDE) {
            new Decrypter(SERVICE_PROVIDER).decryptAll(document);
            assertTrue(trusted.acceptsAnySignatureOverAnything(document), "a whole signature inside");
        }
    }

    @ParameterizedTest
    @MethodSource("encrypted")
    void whatIsEncryptedComesToLightUnlessTheAttackIsThatItDoesNot(Attack attack) throws Exception {
        Document document = LenientReader.read(attack.apply(SCENE));
        Decrypter decrypter = new Decrypter(SERVICE_PROVIDER);

        if (DO_NOT_DECRYPT.contains(attack)) {
            assertThrows(XMLSecurityException.class, () -> decrypter.decryptAll(document));
        } else {
            decrypter.decryptAll(document);
            assertTrue(document.getDocumentElement().getTextContent().contains("ada"));
        }
    }

    static Stream<Attack> encrypted() throws Exception {
        List<Attack> encrypted = new ArrayList<>();
        for (Attack attack : Attack.values()) {
            if (LenientReader.text(attack.apply(SCENE)).contains("EncryptedAssertion")) {
                encrypted.add(attack);
            }
        }
        return encrypted.stream();
    }

    @Test
    void theTwinOfAnEncryptedAttackIsEncryptedToo() throws Exception {
        for (Attack attack : encrypted().toList()) {
            assertNotNull(attack.twin(SCENE).encryption(), attack.name());
        }
        assertEquals(SCENE.honest(), Attack.F15_UNKNOWN_CONDITION.twin(SCENE));
        assertEquals(
                SignedParts.BOTH,
                Attack.B9_BAD_RESPONSE_SIGNATURE_AROUND_ENCRYPTED.twin(SCENE).sign());
    }

    @Test
    void theTrapsNameTheTrap() throws Exception {
        String trap = SCENE.trap().toString();

        for (Attack attack :
                List.of(Attack.B10_CIPHER_REFERENCE, Attack.B10_CIPHER_REFERENCE_IN_KEY, Attack.B10_RETRIEVAL_METHOD)) {
            assertTrue(LenientReader.text(attack.apply(SCENE)).contains("URI=\"" + trap + "\""), attack.name());
        }
    }

    @ParameterizedTest
    @MethodSource("wrappings")
    void theSignedPartOfAWrappingNeverNamesTheForgedPerson(Attack attack) throws Exception {
        Document document = LenientReader.read(attack.apply(SCENE));
        new Decrypter(SERVICE_PROVIDER).decryptAll(document);

        JdkValidator validator = new JdkValidator(KEYS);
        List<Element> signed = Xml.descendants(document, "*", "*").stream()
                .filter(part -> part.hasAttribute("ID") && validator.acceptsAnySignature(document, part))
                .toList();

        assertFalse(signed.isEmpty());
        assertTrue(signed.stream()
                .map(AttackTest::withoutSignature)
                .noneMatch(part -> part.getTextContent().contains(AttackScene.FORGED)));
        assertEquals(attack != Attack.A9_UNSIGNED_ASSERTION_FIRST, namesForgedPerson(document));
    }

    static Stream<Attack> wrappings() {
        return Arrays.stream(Attack.values())
                .filter(attack ->
                        attack.rule().startsWith("A") && !attack.rule().equals("A14"))
                .filter(attack -> attack != Attack.A12_TWO_RESPONSES);
    }

    @Test
    void coversEveryLineOfTheListThatIsAboutResponses() {
        Set<String> rules = Arrays.stream(Attack.values()).map(Attack::rule).collect(Collectors.toSet());

        Set<String> wanted = Stream.of(
                        lines("A", 1, 14),
                        lines("B", 1, 4),
                        lines("B", 6, 7),
                        lines("B", 9, 10),
                        lines("C", 1, 9),
                        lines("C", 11, 12),
                        lines("D", 1, 3),
                        lines("E", 1, 5),
                        lines("F", 1, 5),
                        lines("F", 8, 15),
                        lines("H", 2, 2))
                .flatMap(line -> line)
                .collect(Collectors.toSet());
        assertEquals(wanted, rules);
        assertEquals(
                Set.of(Attack.A7_FORGED_COPY_IN_EXTENSIONS, Attack.A7_FORGED_COPY_IN_EXTENSIONS_WITH_SAME_ID),
                Attack.of("A7"));
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void differsFromTheHonestResponse(Attack attack) {
        boolean isHonestElsewhere = attack == Attack.B2_ONLY_ASSERTION_SIGNED;

        String hostile = attack.apply(SCENE);

        assertEquals(isHonestElsewhere, hostile.equals(ResponseFactory.base64(SCENE.honest(), KEYS)));
    }

    @Test
    void hmacVerifiesWhenThePublicKeyOrTheCertificateIsTakenForASecret() throws Exception {
        Document byKey = LenientReader.read(Attack.B6_HMAC_WITH_PUBLIC_KEY.apply(SCENE));
        Document byCertificate = LenientReader.read(Attack.B6_HMAC_WITH_CERTIFICATE.apply(SCENE));

        byte[] publicKey = KEYS.certificate().getPublicKey().getEncoded();
        byte[] certificate = KEYS.certificate().getEncoded();
        assertTrue(deceived(publicKey).acceptsAnySignatureOverAnything(byKey));
        assertTrue(deceived(certificate).acceptsAnySignatureOverAnything(byCertificate));
        assertFalse(deceived(publicKey).acceptsAnySignatureOverAnything(byCertificate));
    }

    private static JdkValidator deceived(byte[] secret) {
        return new JdkValidator(new SecretKeySpec(secret, "HmacSHA256"));
    }

    /** The JDK itself refuses so short a MAC, so it is made here once more, whole. */
    @Test
    void theOneByteThatIsLeftOfAnHmacIsItsFirst() throws Exception {
        Document document = LenientReader.read(Attack.B6_HMAC_OUTPUT_LENGTH.apply(SCENE));

        Element signedInfo = Xml.descendants(document, Names.DS, "SignedInfo").get(0);
        String value =
                Xml.descendants(document, Names.DS, "SignatureValue").get(0).getTextContent();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Canonicalizer.getInstance(Names.EXCLUSIVE_C14N).canonicalizeSubtree(signedInfo, bytes);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEYS.certificate().getPublicKey().getEncoded(), "HmacSHA256"));
        assertEquals(
                8,
                Integer.parseInt(Xml.descendants(document, Names.DS, "HMACOutputLength")
                        .get(0)
                        .getTextContent()));
        assertArrayEquals(
                Arrays.copyOf(mac.doFinal(bytes.toByteArray()), 1),
                Base64.getDecoder().decode(value));
    }

    @Test
    void whatLiesInTheCiphertextHasADocumentType() throws Exception {
        for (Attack attack : List.of(
                Attack.C9_DOCTYPE_IN_CIPHERTEXT, Attack.D1_ENTITY_IN_CIPHERTEXT, Attack.D2_ENTITIES_IN_CIPHERTEXT)) {
            Document document = LenientReader.read(attack.apply(SCENE));

            String plain = new Decrypter(SERVICE_PROVIDER).textOfFirst(document);

            assertTrue(plain.startsWith("<!DOCTYPE saml:Assertion "), plain);
            assertTrue(plain.contains("</saml:Assertion>"), plain);
            assertEquals(attack != Attack.C9_DOCTYPE_IN_CIPHERTEXT, plain.contains("&hostile;</saml:NameID>"));
        }
    }

    @Test
    void anXPathTransformLetsAForgedPersonThrough() throws Exception {
        Document document = LenientReader.read(Attack.C6_XPATH.apply(SCENE));

        assertTrue(new JdkValidator(KEYS).acceptsAnySignatureOverAnything(document));
        assertTrue(namesForgedPerson(document));
    }

    @Test
    void theMessagesWithinSizeFitIntoTheBodyThatIsRead() {
        int limit = 256 * 1024;

        List<Attack> small = Arrays.stream(Attack.values())
                .filter(attack -> attack.name().endsWith("_WITHIN_SIZE"))
                .toList();

        assertEquals(4, small.size());
        for (Attack attack : small) {
            int length = attack.apply(SCENE).length();
            assertTrue(length < limit && length > limit / 2, attack + " has " + length);
        }
        assertTrue(Attack.D3_LARGE_BODY.apply(SCENE).length() > limit);
    }

    @Test
    void everyApplicationIsMadeFresh() {
        assertNotEquals(Attack.A3_FORGED_ASSERTION_FIRST.apply(SCENE), Attack.A3_FORGED_ASSERTION_FIRST.apply(SCENE));
    }

    private static Element withoutSignature(Element part) {
        Element copy = (Element) part.cloneNode(true);
        Xml.findChild(copy, Names.DS, "Signature").ifPresent(Xml::remove);
        return copy;
    }

    private static boolean namesForgedPerson(Document document) {
        return Xml.descendants(document, Names.SAML, "NameID").stream()
                .anyMatch(nameId -> nameId.getTextContent().equals(AttackScene.FORGED));
    }

    private static Stream<String> lines(String letter, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(number -> letter + number);
    }
}
