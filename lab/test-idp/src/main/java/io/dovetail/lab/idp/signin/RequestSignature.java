package io.dovetail.lab.idp.signin;

import io.dovetail.lab.idp.http.Refused;
import io.dovetail.lab.idp.http.Request;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Element;

/** Whether a key of the SP's metadata signed a request, with the JDK alone. */
final class RequestSignature {

    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";

    /** SHA-256 or better, and the JCA's name for it. */
    private static final Map<String, String> ALGORITHMS = Map.of(
            Names.RSA_SHA256,
            "SHA256withRSA",
            MORE + "rsa-sha384",
            "SHA384withRSA",
            MORE + "rsa-sha512",
            "SHA512withRSA",
            Names.ECDSA_SHA256,
            "SHA256withECDSAinP1363Format",
            MORE + "ecdsa-sha384",
            "SHA384withECDSAinP1363Format",
            MORE + "ecdsa-sha512",
            "SHA512withECDSAinP1363Format");

    private final List<PublicKey> keys;

    RequestSignature(List<X509Certificate> certificates) {
        this.keys = certificates.stream().map(X509Certificate::getPublicKey).toList();
    }

    /** Over the octets of the query, in the order of SAML Bindings 3.4.4.1. */
    void requireOver(Request request) {
        String value = raw(request, "Signature").orElseThrow(RequestSignature::missing);
        String algorithm = request.find("SigAlg").orElseThrow(RequestSignature::missing);
        String jca = ALGORITHMS.get(algorithm);
        if (jca == null) {
            throw weak(algorithm);
        }
        byte[] signed = Stream.of("SAMLRequest", "RelayState", "SigAlg")
                .flatMap(name -> raw(request, name).map(octets -> name + "=" + octets).stream())
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
        byte[] signature = base64(URLDecoder.decode(value, StandardCharsets.UTF_8));
        if (keys.stream().noneMatch(key -> verifies(key, jca, signed, signature))) {
            throw wrong();
        }
    }

    /** Enveloped in the request, over the whole of it. */
    void requireIn(Element root) {
        Element element = Xml.findChild(root, Names.DS, "Signature").orElseThrow(RequestSignature::missing);
        String algorithm = Xml.descendants(element, Names.DS, "SignatureMethod").stream()
                .map(method -> method.getAttribute("Algorithm"))
                .findFirst()
                .orElse("");
        if (!ALGORITHMS.containsKey(algorithm)) {
            throw weak(algorithm);
        }
        root.setIdAttribute("ID", true);
        if (keys.stream().noneMatch(key -> verifies(key, element, root))) {
            throw wrong();
        }
    }

    private static boolean verifies(PublicKey key, String algorithm, byte[] signed, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean verifies(PublicKey key, Element element, Element root) {
        try {
            DOMValidateContext context = new DOMValidateContext(key, element);
            context.setProperty("org.jcp.xml.dsig.secureValidation", true);
            XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            List<Reference> references = signature.getSignedInfo().getReferences();
            return references.size() == 1
                    && ("#" + root.getAttribute("ID")).equals(references.get(0).getURI())
                    && signature.validate(context);
        } catch (MarshalException | XMLSignatureException e) {
            return false;
        }
    }

    /** A parameter of the query as it came, still encoded. */
    private static Optional<String> raw(Request request, String name) {
        return Stream.of(request.query().split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
    }

    private static Refused missing() {
        return Refused.malformed("This application wants signed requests, and this one is not signed.");
    }

    private static Refused weak(String algorithm) {
        return Refused.malformed("Requests are signed with SHA-256 or better, not with " + algorithm + ".");
    }

    private static Refused wrong() {
        return Refused.malformed("The request's signature fits no signing key of the SP's metadata.");
    }
}
