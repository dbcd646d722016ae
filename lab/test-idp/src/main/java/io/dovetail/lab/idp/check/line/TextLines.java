package io.dovetail.lab.idp.check.line;

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
final class TextLines {

    private static final String FIRST = "check-nora";
    private static final String SECOND = ".more";
    private static final String BROKEN = "BROKEN-UTF8";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private TextLines() {}

    static Map<String, Scenario> all() {
        return Map.ofEntries(
                Map.entry("C10_BROKEN_UTF8_IN_NAMESPACE", TextLines::brokenNamespace),
                Map.entry("C10_UNDECLARED_PREFIX", TextLines::undeclaredPrefix),
                Map.entry("C13_COMMENT_IN_SAML_ID", stage -> split(stage, false, "<!-- -->" + SECOND)),
                Map.entry("C13_CDATA_IN_SAML_ID", stage -> split(stage, false, "<![CDATA[" + SECOND + "]]>")),
                Map.entry("C13_INSTRUCTION_IN_SAML_ID", TextLines::instruction),
                Map.entry("C13_COMMENT_IN_NAME_ID", stage -> split(stage, true, "<!-- -->" + SECOND)),
                Map.entry("C14_LINE_BREAKS", stage -> honest(stage, TextLines::lines)),
                Map.entry("C14_SPACES", stage -> honest(stage, text -> text.replaceAll("(.{64})", "$1 "))),
                Map.entry("C14_BYTE_ORDER_MARK", stage -> honest(stage, TextLines::withByteOrderMark)),
                Map.entry("C14_UTF16", TextLines::utf16));
    }

    private static Observation honest(Stage stage, UnaryOperator<String> rewrite) {
        Visit visit = stage.visit();
        return stage.answer(visit, rewrite.apply(stage.signed(stage.honest(visit.requestId()))));
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
    private static Observation utf16(Stage stage) {
        Visit visit = stage.visit();
        String xml = text(stage.signed(stage.honest(visit.requestId()))).replace("UTF-8", "UTF-16");
        return stage.answer(visit, ResponseFactory.encode(xml.getBytes(StandardCharsets.UTF_16)));
    }

    private static Observation brokenNamespace(Stage stage) {
        Visit visit = stage.visit();
        String xml = text(stage.signed(stage.honest(visit.requestId())))
                .replaceFirst("<samlp:Response ", "<samlp:Response xmlns:broken=\"urn:" + BROKEN + "\" ");
        byte[] bytes = xml.replace(BROKEN, "\u00C3(").getBytes(StandardCharsets.ISO_8859_1);
        return stage.answer(visit, ResponseFactory.encode(bytes));
    }

    private static Observation undeclaredPrefix(Stage stage) {
        Visit visit = stage.visit();
        String xml = text(stage.signed(stage.honest(visit.requestId())))
                .replaceFirst("<samlp:Status>", "<samlp:Extensions><undeclared:one/></samlp:Extensions><samlp:Status>");
        return stage.answer(visit, ResponseFactory.encode(xml));
    }

    /** What canonicalisation drops or resolves is put in after the signing. */
    private static Observation split(Stage stage, boolean inNameId, String rest) {
        Visit visit = stage.visit();
        boolean byAttribute = stage.setting().names().identifying().isPresent();
        if (!inNameId && !byAttribute) {
            throw new NotApplicable("Here the NameID identifies the person.");
        }
        ResponsePlan plan = inNameId && byAttribute
                ? stage.honest(visit.requestId()).withNameId(FIRST + SECOND)
                : stage.honest(visit.requestId(), FIRST + SECOND);
        String element = inNameId ? "NameID" : "AttributeValue";
        String end = "</saml:" + element + ">";
        String xml = text(stage.signed(plan)).replace(FIRST + SECOND + end, FIRST + rest + end);
        String meant = inNameId && byAttribute ? Stage.IDENTITY : FIRST + SECOND;
        return stage.answer(visit, ResponseFactory.encode(xml)).withMeant(meant);
    }

    /** Canonical forms keep processing instructions, so this one is signed with the rest. */
    private static Observation instruction(Stage stage) {
        String name = stage.setting()
                .names()
                .identifying()
                .orElseThrow(() -> new NotApplicable("Here the NameID identifies the person."));
        Visit visit = stage.visit();
        Document document = stage.edited(stage.honest(visit.requestId(), FIRST), edited -> {
            Element value = value(edited, name);
            value.appendChild(edited.createProcessingInstruction("instruction", "here"));
            value.appendChild(edited.createTextNode(SECOND));
        });
        return stage.answer(visit, ResponseFactory.encode(document)).withMeant(FIRST + SECOND);
    }

    private static Element value(Document document, String attribute) {
        return Xml.descendants(document, Names.SAML, "Attribute").stream()
                .filter(element -> element.getAttribute("Name").equals(attribute))
                .map(element -> Xml.requireChild(element, Names.SAML, "AttributeValue"))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
