package io.dovetail.lab.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class EncryptionTest {

    private static final IdpKeys KEYS = IdpKeys.rsa2048();
    private static final IdpKeys SERVICE_PROVIDER = IdpKeys.rsa2048();
    private static final Encryption ENCRYPTION = Encryption.to(SERVICE_PROVIDER.certificate());

    static Stream<Arguments> everyWay() {
        return Arrays.stream(KeyTransport.values())
                .flatMap(transport -> Arrays.stream(ContentCipher.values())
                        .flatMap(cipher ->
                                Arrays.stream(KeyPlace.values()).map(place -> Arguments.of(transport, cipher, place))));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void givesTheSignedAssertionBackToWhomItIsMeantFor(KeyTransport transport, ContentCipher cipher, KeyPlace place)
            throws Exception {
        Encryption encryption =
                ENCRYPTION.withKeyTransport(transport).withContentCipher(cipher).withKeyPlace(place);

        Document document = sent(encryption, SignedParts.ASSERTION);

        assertTrue(Xml.descendants(document, Names.SAML, "Assertion").isEmpty());
        assertEquals(Set.of(transport.algorithm(), cipher.algorithm()), Set.copyOf(Decrypter.algorithms(document)));
        new Decrypter(SERVICE_PROVIDER).decryptFirst(document);
        Element assertion = Xml.descendants(document, Names.SAML, "Assertion").get(0);
        assertEquals("EncryptedAssertion", assertion.getParentNode().getLocalName());
        assertTrue(new JdkValidator(KEYS).acceptsAnySignature(document, assertion));
    }

    @Test
    void saysNothingToAnybodyElse() {
        Document document = sent(ENCRYPTION, SignedParts.ASSERTION);

        assertThrows(XMLSecurityException.class, () -> new Decrypter(KEYS).decryptFirst(document));
        assertFalse(Xml.text(document).contains("Lovelace"));
    }

    @ParameterizedTest
    @EnumSource(SignedParts.class)
    void signsTheAssertionBeforeAndTheResponseAfter(SignedParts parts) throws Exception {
        Document document = sent(ENCRYPTION, parts);

        JdkValidator validator = new JdkValidator(KEYS);
        Element response = document.getDocumentElement();
        assertEquals(parts.includesResponse(), validator.acceptsAnySignature(document, response));
        new Decrypter(SERVICE_PROVIDER).decryptFirst(document);
        Element assertion = Xml.descendants(document, Names.SAML, "Assertion").get(0);
        assertEquals(parts.includesAssertion(), validator.acceptsAnySignature(document, assertion));
    }

    @Test
    void aKeyBesideTheDataNamesItsRecipient() {
        Document document = sent(ENCRYPTION.withKeyPlace(KeyPlace.BESIDE), SignedParts.BOTH);

        Element encrypted = Xml.requireChild(document.getDocumentElement(), Names.SAML, "EncryptedAssertion");
        Element key = Xml.children(encrypted).get(1);
        assertEquals("EncryptedKey", key.getLocalName());
        assertEquals("https://app.example.org", key.getAttribute("Recipient"));
        assertEquals(1, Xml.descendants(document, Names.XENC, "EncryptedKey").size());
    }

    private static Document sent(Encryption encryption, SignedParts parts) {
        return ResponseFactoryTest.decode(ResponseFactory.base64(
                ResponseFactoryTest.honest().withSign(parts).withEncryption(encryption), KEYS));
    }
}
