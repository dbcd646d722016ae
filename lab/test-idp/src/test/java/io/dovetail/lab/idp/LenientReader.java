package io.dovetail.lab.idp;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** The reader that an attacker hopes for: it undoes every oddity of the encoding until a Response can be parsed. */
public final class LenientReader {

    private static final String END = "</samlp:Response>";

    private LenientReader() {}

    public static Document read(String base64) throws Exception {
        String xml = text(base64)
                .replace("\0", "")
                .replaceFirst("(?s)<!DOCTYPE samlp:Response (SYSTEM \"[^\"]*\")?(\\[.*?\\])?>", "")
                .replace("&hostile;", "");
        int end = xml.indexOf(END);
        return builder()
                .parse(new ByteArrayInputStream(
                        xml.substring(0, wrapsResponses(xml) ? xml.lastIndexOf(END) + END.length() : end + END.length())
                                .getBytes(StandardCharsets.UTF_8)));
    }

    /** The message as the attack carries it, whatever stands around or inside it. */
    static String text(String base64) throws Exception {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes[0] == '<') {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (bytes[0] == 'P') {
            return text(new String(bytes, StandardCharsets.US_ASCII));
        }
        try (var inflated = new InflaterInputStream(new ByteArrayInputStream(bytes), new Inflater(true))) {
            return new String(inflated.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Whether a Response stands inside another one, rather than after it. */
    private static boolean wrapsResponses(String xml) {
        return xml.indexOf("<samlp:Response", xml.indexOf("<samlp:Response") + 1) < xml.indexOf(END);
    }

    private static DocumentBuilder builder() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
        return factory.newDocumentBuilder();
    }
}
