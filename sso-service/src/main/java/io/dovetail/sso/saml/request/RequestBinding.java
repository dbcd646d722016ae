package io.dovetail.sso.saml.request;

import io.dovetail.sso.saml.SpCredential;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.opensaml.security.SecurityException;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.crypto.XMLSigningUtil;
import org.opensaml.xmlsec.signature.support.SignatureConstants;

/** How a request travels through the browser (SAML Bindings 3.4 and 3.5). */
public final class RequestBinding {
    static final String SIGNATURE_ALGORITHM = SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256;

    private RequestBinding() {}

    /** HTTP-Redirect: deflated, base64, in the query; RelayState only when it is not empty. */
    public static URI redirect(URI sso, String xml, String relayState) {
        return withQuery(sso, query(xml, relayState));
    }

    /** The same with a signature over the query's octets, in the order that the binding says. */
    public static URI signedRedirect(URI sso, String xml, String relayState, SpCredential credential) {
        var signed = query(xml, relayState) + "&SigAlg=" + encode(SIGNATURE_ALGORITHM);
        var signing = new BasicX509Credential(credential.certificate(), credential.privateKey());
        try {
            var signature =
                    XMLSigningUtil.signWithURI(signing, SIGNATURE_ALGORITHM, signed.getBytes(StandardCharsets.UTF_8));
            return withQuery(
                    sso, signed + "&Signature=" + encode(Base64.getEncoder().encodeToString(signature)));
        } catch (SecurityException failure) {
            throw new IllegalStateException("a request could not be signed", failure);
        }
    }

    private static String query(String xml, String relayState) {
        var query = "SAMLRequest=" + encode(Base64.getEncoder().encodeToString(deflate(xml)));
        if (!relayState.isEmpty()) {
            query += "&RelayState=" + encode(relayState);
        }
        return query;
    }

    private static URI withQuery(URI sso, String query) {
        return URI.create(sso + (sso.getRawQuery() == null ? "?" : "&") + query);
    }

    /** HTTP-POST: base64, in the form field SAMLRequest. */
    public static String post(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] deflate(String xml) {
        var deflated = new ByteArrayOutputStream();
        var raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (var stream = new DeflaterOutputStream(deflated, raw)) {
            stream.write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            raw.end();
        }
        return deflated.toByteArray();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
