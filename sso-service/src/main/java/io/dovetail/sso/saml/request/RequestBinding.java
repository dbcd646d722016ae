package io.dovetail.sso.saml.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** How a request travels through the browser (SAML Bindings 3.4 and 3.5). */
public final class RequestBinding {
    private RequestBinding() {}

    /** HTTP-Redirect: deflated, base64, in the query; RelayState only when it is not empty. */
    public static URI redirect(URI sso, String xml, String relayState) {
        var query = "SAMLRequest=" + encode(Base64.getEncoder().encodeToString(deflate(xml)));
        if (!relayState.isEmpty()) {
            query += "&RelayState=" + encode(relayState);
        }
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
