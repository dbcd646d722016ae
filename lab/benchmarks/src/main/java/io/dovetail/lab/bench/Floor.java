package io.dovetail.lab.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * What no check can do without: one RSA-2048 verification and one parse of the response, by the JDK alone.
 *
 * <p>Everything else is given as a multiple of it, so that figures of two machines can be compared. For one thread.
 */
public final class Floor {
    /** As long as the canonical SignedInfo of a common response, which is what a provider's key signs. */
    private static final int SIGNED_BYTES = 700;

    private final byte[] xml;
    private final PublicKey key;
    private final byte[] signed = new byte[SIGNED_BYTES];
    private final byte[] signature;
    private final DocumentBuilder parser;

    /** @param base64 the response whose parse counts */
    public Floor(String base64) {
        this.xml = Base64.getDecoder().decode(base64);
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            var pair = generator.generateKeyPair();
            var signing = Signature.getInstance("SHA256withRSA");
            signing.initSign(pair.getPrivate());
            signing.update(signed);
            this.key = pair.getPublic();
            this.signature = signing.sign();
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            this.parser = factory.newDocumentBuilder();
        } catch (GeneralSecurityException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return the parsed response, so that no compiler leaves the work out */
    public Document run() {
        try {
            var verifying = Signature.getInstance("SHA256withRSA");
            verifying.initVerify(key);
            verifying.update(signed);
            if (!verifying.verify(signature)) {
                throw new IllegalStateException("the floor's own signature is wrong");
            }
            return parser.parse(new ByteArrayInputStream(xml));
        } catch (GeneralSecurityException | SAXException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
