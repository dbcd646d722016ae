package io.dovetail.sso.saml.response;

import io.dovetail.sso.saml.OpenSaml;
import java.util.Base64;
import java.util.regex.Pattern;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** From the form field to a document whose size and shape are bounded (security.md C9, C10, C12, C14, D1 to D3). */
final class Encoded {
    /** Most characters of the encoded response: 256 KiB. */
    static final int LONGEST = 256 * 1024;

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\r\\n\\t ]+");

    private Encoded() {}

    static Document read(String base64) {
        if (base64.length() > LONGEST) {
            throw Reason.TOO_LARGE.refuse("at most " + LONGEST + " characters", base64.length() + " characters");
        }
        var document = parse(decode(base64));
        Shape.check(document);
        validate(document);
        return document;
    }

    /** Line breaks and spaces may stand between; anything else that is not base64 is refused, not skipped. */
    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder()
                    .decode(hasWhiteSpace(base64) ? WHITE_SPACE.matcher(base64).replaceAll("") : base64);
        } catch (IllegalArgumentException notBase64) {
            throw Reason.NOT_XML.refuse("base64", "something else");
        }
    }

    private static boolean hasWhiteSpace(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf(' ') >= 0 || text.indexOf('\t') >= 0;
    }

    private static Document parse(byte[] xml) {
        try {
            var document = OpenSaml.parse(xml);
            requireVersion10(document);
            return document;
        } catch (XMLParserException notXml) {
            throw Reason.NOT_XML.refuse(
                    "one well-formed XML document without a document type", "what the parser refuses");
        }
    }

    /** 1.1 allows control characters, and canonical forms are not defined for it. */
    static void requireVersion10(Document document) {
        if (!"1.0".equals(document.getXmlVersion())) {
            throw Reason.NOT_XML.refuse("XML 1.0", document.getXmlVersion());
        }
    }

    static void validate(Document document) {
        try {
            OpenSaml.validate(document);
        } catch (SAXException invalid) {
            throw Reason.SCHEMA_INVALID.refuse(
                    "a message of the SAML 2.0 schemas", String.valueOf(invalid.getMessage()));
        }
    }
}
