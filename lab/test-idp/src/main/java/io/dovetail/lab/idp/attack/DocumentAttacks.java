package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Xml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** security.md C8, C9 and C12: the same bytes are one document for one reader and another for the next. */
public final class DocumentAttacks {

    static final String FOREIGN = "urn:example:foreign";

    private DocumentAttacks() {}

    /** C8: Response and Assertion have one ID. */
    public static String duplicateId(AttackScene scene) {
        String id = scene.honest().assertionId();
        return Hostile.signed(scene.withHonest(scene.honest().withResponseId(id)), SignedParts.ASSERTION)
                .encoded();
    }

    /** C8: a foreign element has the Assertion's ID as its {@code Id}. */
    public static String idInMixedCase(AttackScene scene) {
        return withForeignId(scene, null, "Id");
    }

    /** C8: a foreign element has the Assertion's ID as its {@code id}. */
    public static String idInLowerCase(AttackScene scene) {
        return withForeignId(scene, null, "id");
    }

    /** C8: a foreign element has the Assertion's ID as its {@code xml:id}. */
    public static String xmlId(AttackScene scene) {
        return withForeignId(scene, "http://www.w3.org/XML/1998/namespace", "xml:id");
    }

    /** C8: a foreign element has the Assertion's ID in a namespace of its own. */
    public static String namespacedId(AttackScene scene) {
        return withForeignId(scene, FOREIGN, "foreign:ID");
    }

    /** C9: a DOCTYPE that does nothing. */
    public static String doctype(AttackScene scene) {
        return ResponseFactory.encode(withDoctype(signed(scene), ""));
    }

    /** C9: a DOCTYPE that declares which attribute is an ID. */
    public static String doctypeDeclaringIds(AttackScene scene) {
        String subset = "[<!ATTLIST saml:Assertion AssertionID ID #IMPLIED>]";
        return ResponseFactory.encode(withDoctype(signed(scene), subset));
    }

    /** C12: a NUL byte inside the NameID. */
    public static String nul(AttackScene scene) {
        return ResponseFactory.encode(signed(scene).replace("</saml:NameID>", "\0</saml:NameID>"));
    }

    /** C12: a second root element. */
    public static String secondRoot(AttackScene scene) {
        return ResponseFactory.encode(signed(scene) + "<second/>");
    }

    /** C12: bytes after the end of the document. */
    public static String trailingBytes(AttackScene scene) {
        return ResponseFactory.encode(signed(scene) + "trailing");
    }

    /** C12: base64 of base64. */
    public static String doubleBase64(AttackScene scene) {
        return ResponseFactory.encode(ResponseFactory.encode(signed(scene)));
    }

    /** C12: a deflated body, as only the Redirect binding has it. */
    public static String deflated(AttackScene scene) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, raw)) {
            out.write(signed(scene).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            raw.end();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static String signed(AttackScene scene) {
        return Xml.text(Hostile.signed(scene, SignedParts.ASSERTION).document());
    }

    /** Puts a document type declaration before the root. */
    static String withDoctype(String xml, String rest) {
        return xml.replaceFirst(
                "<samlp:Response", Matcher.quoteReplacement("<!DOCTYPE samlp:Response " + rest + "><samlp:Response"));
    }

    private static String withForeignId(AttackScene scene, @Nullable String namespace, String name) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element foreign = Xml.append(hostile.extensions(), FOREIGN, "foreign:Carrier");
        foreign.setAttributeNS(namespace, name, scene.honest().assertionId());
        return hostile.encoded();
    }
}
