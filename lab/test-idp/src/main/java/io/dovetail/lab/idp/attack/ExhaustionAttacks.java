package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;

/** security.md D1 to D3: entities and sizes; what is signed stays signed, the weight lies beside it. */
public final class ExhaustionAttacks {

    private static final String MANY = "<!-- many -->";
    private static final int HUGE = 100_000;

    private ExhaustionAttacks() {}

    /** D1: an external entity that names a file. */
    public static String fileEntity(AttackScene scene) {
        return withEntity(scene, "[<!ENTITY hostile SYSTEM \"file:///etc/hostname\">]");
    }

    /** D1: an external entity that names a web address. */
    public static String webEntity(AttackScene scene) {
        return withEntity(scene, "[<!ENTITY hostile SYSTEM \"" + scene.trap() + "\">]");
    }

    /** D1: an external parameter entity. */
    public static String parameterEntity(AttackScene scene) {
        String subset = "[<!ENTITY % remote SYSTEM \"" + scene.trap() + "\">%remote;<!ENTITY hostile \"x\">]";
        return withEntity(scene, subset);
    }

    /** D1: an external DTD. */
    public static String externalDtd(AttackScene scene) {
        String rest = "SYSTEM \"" + scene.trap() + "\"";
        return ResponseFactory.encode(DocumentAttacks.withDoctype(DocumentAttacks.signed(scene), rest));
    }

    /** D2: entities of entities, a billion in all. */
    public static String exponentialEntities(AttackScene scene) {
        return withEntity(scene, exponentialSubset());
    }

    /** Declares {@code hostile}, a billion of them. */
    static String exponentialSubset() {
        String levels = IntStream.rangeClosed(1, 9)
                .mapToObj(level -> "<!ENTITY e" + level + " \"" + ("&e" + (level - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining());
        return "[<!ENTITY e0 \"ha\">" + levels + "<!ENTITY hostile \"&e9;\">]";
    }

    /** D2: one long entity, named very often. */
    public static String quadraticEntities(AttackScene scene) {
        String subset =
                "[<!ENTITY long \"" + "a".repeat(20_000) + "\"><!ENTITY hostile \"" + "&long;".repeat(20_000) + "\">]";
        return withEntity(scene, subset);
    }

    /** D3: a body of more than 256 KiB. */
    public static String largeBody(AttackScene scene) {
        return withWeight(scene, "a".repeat(300 * 1024));
    }

    /** D3: 100,000 elements, each inside the one before. */
    public static String nestedElements(AttackScene scene) {
        return withWeight(scene, nested(HUGE));
    }

    /** D3: as many elements, each inside the one before, as 256 KiB of base64 hold. */
    public static String nestedElementsWithinSize(AttackScene scene) {
        return withWeight(scene, nested(24_000));
    }

    /** D3: 100,000 attributes on one element. */
    public static String attributes(AttackScene scene) {
        return withWeight(scene, withAttributes(HUGE));
    }

    /** D3: as many attributes on one element as 256 KiB of base64 hold. */
    public static String attributesWithinSize(AttackScene scene) {
        return withWeight(scene, withAttributes(15_000));
    }

    /** D3: 100,000 References in one SignedInfo. */
    public static String references(AttackScene scene) {
        return withReferences(scene, HUGE);
    }

    /** D3: as many References in one SignedInfo as 256 KiB of base64 hold. */
    public static String referencesWithinSize(AttackScene scene) {
        return withReferences(scene, 400);
    }

    /** D3: attribute values of one megabyte. */
    public static String largeValue(AttackScene scene) {
        Map<String, List<String>> attributes = new TreeMap<>(scene.honest().attributes());
        attributes.replaceAll((name, values) -> List.of("a".repeat(1_000_000)));
        return Hostile.planned(scene, scene.honest().withAttributes(attributes));
    }

    private static String withEntity(AttackScene scene, String subset) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element status = Xml.requireChild(hostile.response(), Names.SAMLP, "Status");
        Xml.append(status, Names.SAMLP, "samlp:StatusMessage").appendChild(marker(hostile));
        String xml = Xml.text(hostile.document()).replace(MANY, "&hostile;");
        return ResponseFactory.encode(DocumentAttacks.withDoctype(xml, subset));
    }

    private static String withWeight(AttackScene scene, String weight) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Xml.append(hostile.extensions(), DocumentAttacks.FOREIGN, "foreign:Weight")
                .appendChild(marker(hostile));
        return ResponseFactory.encode(Xml.text(hostile.document()).replace(MANY, weight));
    }

    private static String withReferences(AttackScene scene, int count) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element signature = Hostile.signatureOf(hostile.assertion());
        Element reference = Resigning.reference(signature);
        for (int i = 1; i < count; i++) {
            reference.getParentNode().appendChild(reference.cloneNode(true));
        }
        Resigning.by(scene.keys(), signature);
        return hostile.encoded();
    }

    private static Comment marker(Hostile hostile) {
        return hostile.document().createComment(MANY.substring(4, MANY.length() - 3));
    }

    private static String nested(int depth) {
        return "<a>".repeat(depth) + "</a>".repeat(depth);
    }

    private static String withAttributes(int count) {
        return IntStream.range(0, count).mapToObj(i -> " a" + i + "=\"\"").collect(Collectors.joining("", "<a", "/>"));
    }
}
