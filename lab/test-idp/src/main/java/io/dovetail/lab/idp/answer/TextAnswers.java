package io.dovetail.lab.idp.answer;

import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** security.md C10, C13 and C14: one message, written in ways that readers may read differently. */
final class TextAnswers {
    private static final String SECOND = ".more";
    private static final String BROKEN = "BROKEN-UTF8";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private TextAnswers() {}

    static Map<String, AnswerRecipe> all() {
        return Map.ofEntries(
                Map.entry("C10_BROKEN_UTF8_IN_NAMESPACE", TextAnswers::brokenNamespace),
                Map.entry("C10_UNDECLARED_PREFIX", TextAnswers::undeclaredPrefix),
                Map.entry("C13_COMMENT_IN_SAML_ID", occasion -> split(occasion, false, "<!-- -->" + SECOND)),
                Map.entry("C13_CDATA_IN_SAML_ID", occasion -> split(occasion, false, "<![CDATA[" + SECOND + "]]>")),
                Map.entry("C13_INSTRUCTION_IN_SAML_ID", TextAnswers::instruction),
                Map.entry("C13_COMMENT_IN_NAME_ID", occasion -> split(occasion, true, "<!-- -->" + SECOND)),
                Map.entry("C14_LINE_BREAKS", occasion -> honest(occasion, TextAnswers::lines)),
                Map.entry("C14_SPACES", occasion -> honest(occasion, text -> text.replaceAll("(.{64})", "$1 "))),
                Map.entry("C14_BYTE_ORDER_MARK", occasion -> honest(occasion, TextAnswers::withByteOrderMark)),
                Map.entry("C14_UTF16", TextAnswers::utf16));
    }

    private static Sent honest(Occasion occasion, UnaryOperator<String> rewrite) {
        return occasion.send(rewrite.apply(occasion.signed(occasion.honest())));
    }

    private static String lines(String base64) {
        return Base64.getMimeEncoder().encodeToString(Base64.getDecoder().decode(base64));
    }

    private static String withByteOrderMark(String base64) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(BYTE_ORDER_MARK);
        bytes.writeBytes(Base64.getDecoder().decode(base64));
        return ResponseFactory.encode(bytes.toByteArray());
    }

    /** Canonical forms are always UTF-8, so the signature does not mind. */
    private static Sent utf16(Occasion occasion) {
        String xml = xml(occasion, occasion.honest()).replace("UTF-8", "UTF-16");
        return occasion.send(ResponseFactory.encode(xml.getBytes(StandardCharsets.UTF_16)));
    }

    private static Sent brokenNamespace(Occasion occasion) {
        String xml = xml(occasion, occasion.honest())
                .replaceFirst("<samlp:Response ", "<samlp:Response xmlns:broken=\"urn:" + BROKEN + "\" ");
        byte[] bytes = xml.replace(BROKEN, "\u00C3(").getBytes(StandardCharsets.ISO_8859_1);
        return occasion.send(ResponseFactory.encode(bytes));
    }

    private static Sent undeclaredPrefix(Occasion occasion) {
        String xml = xml(occasion, occasion.honest())
                .replaceFirst("<samlp:Status>", "<samlp:Extensions><undeclared:one/></samlp:Extensions><samlp:Status>");
        return occasion.send(ResponseFactory.encode(xml));
    }

    /** What canonicalisation drops or resolves is put in after the signing. */
    private static Sent split(Occasion occasion, boolean inNameId, String rest) {
        Identity identity = occasion.identity();
        boolean byAttribute = identity.attribute().isPresent();
        if (!inNameId) {
            identity.requireAttribute();
        }
        boolean isBeside = inNameId && byAttribute;
        String first = isBeside ? occasion.honest().nameId() : identity.value();
        ResponsePlan plan = isBeside ? occasion.honest().withNameId(first + SECOND) : occasion.honest(first + SECOND);
        String end = SECOND + "</saml:" + (inNameId ? "NameID" : "AttributeValue") + ">";
        String xml = xml(occasion, plan).replace(end, rest + end.substring(SECOND.length()));
        return occasion.send(ResponseFactory.encode(xml)).meaning(isBeside ? identity.value() : first + SECOND);
    }

    /** Canonical forms keep processing instructions, so this one is signed with the rest. */
    private static Sent instruction(Occasion occasion) {
        String name = occasion.identity().requireAttribute();
        String whole = occasion.identity().value() + SECOND;
        Document document = occasion.edited(occasion.honest(occasion.identity().value()), edited -> {
            Element value = value(edited, name);
            value.appendChild(edited.createProcessingInstruction("instruction", "here"));
            value.appendChild(edited.createTextNode(SECOND));
        });
        return occasion.send(document).meaning(whole);
    }

    private static Element value(Document document, String attribute) {
        return Xml.descendants(document, Names.SAML, "Attribute").stream()
                .filter(element -> element.getAttribute("Name").equals(attribute))
                .map(element -> Xml.requireChild(element, Names.SAML, "AttributeValue"))
                .findFirst()
                .orElseThrow();
    }

    private static String xml(Occasion occasion, ResponsePlan plan) {
        return new String(Base64.getDecoder().decode(occasion.signed(plan)), StandardCharsets.UTF_8);
    }
}
