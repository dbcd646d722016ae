package io.dovetail.sso.saml.response;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Changes a response at random, knowing its structure: moves, copies, wraps, renames, re-IDs, re-namespaces, and puts
 * comments into texts. Half of the blows go where the schema allows anything, so that later rules get to see them.
 */
final class Mutator {
    private static final String FOREIGN = "urn:example:foreign";
    private static final List<String> NAMES = List.of(
            "Assertion", "Response", "Signature", "Object", "Extensions", "Advice", "Subject", "NameID", "Issuer");
    private static final List<String> NAMESPACES = List.of(Names.SAML, Names.SAMLP, Names.DS, FOREIGN);

    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    /** One to three blows. */
    void change(Document document) {
        for (var blow = random.nextInt(3); blow >= 0 && document.getDocumentElement() != null; blow--) {
            try {
                if (random.nextInt(4) > 0) {
                    gentle(document);
                } else {
                    rough(document);
                }
            } catch (DOMException impossibleMove) {
                any(document).setAttribute("forged", "true");
            }
        }
    }

    /** What the schema does not see, mostly. */
    private void gentle(Document document) {
        var one = any(document);
        switch (random.nextInt(8)) {
            case 0 -> comment(one);
            case 1 -> text(one, AttackScene.FORGED);
            case 2 -> attribute(one, any(document));
            case 3 -> open(document).appendChild(forged(one));
            case 4 -> wrap(forged(one), open(document));
            case 5 -> again(one);
            case 6 -> text(one, one.getTextContent() + " ");
            default -> swap(document);
        }
    }

    private void rough(Document document) {
        var one = any(document);
        var other = any(document);
        switch (random.nextInt(8)) {
            case 0 -> one.getParentNode().removeChild(one);
            case 1 -> other.insertBefore(forged(one), child(other));
            case 2 -> other.insertBefore(one, child(other));
            case 3 -> one.getParentNode().replaceChild(forged(other), one);
            case 4 -> wrap(one, one.getParentNode());
            case 5 -> document.renameNode(one, one.getNamespaceURI(), prefix(one) + pick(NAMES));
            case 6 -> document.renameNode(one, pick(NAMESPACES), "x:" + one.getLocalName());
            default -> one.setAttribute("ID", other.getAttribute("ID"));
        }
    }

    /** Into the middle of a text, or before an element. */
    private void comment(Element element) {
        var comment = element.getOwnerDocument().createComment("two readers");
        if (element.getFirstChild() instanceof Text text && text.getLength() > 1) {
            element.insertBefore(comment, text.splitText(1 + random.nextInt(text.getLength() - 1)));
        } else {
            element.getParentNode().insertBefore(comment, element);
        }
    }

    private static void text(Element element, String text) {
        if (Xml.children(element).isEmpty()) {
            element.setTextContent(text);
        }
    }

    private void attribute(Element one, Element other) {
        var attributes = one.getAttributes();
        if (attributes.getLength() > 0) {
            var attribute = (Attr) attributes.item(random.nextInt(attributes.getLength()));
            if (!Names.XMLNS.equals(attribute.getNamespaceURI())) {
                attribute.setValue(
                        switch (random.nextInt(4)) {
                            case 0 -> other.getAttribute("ID");
                            case 1 -> "_" + Long.toHexString(random.nextLong());
                            case 2 -> AttackScene.FORGED;
                            default -> attribute.getValue() + "x";
                        });
            }
        }
    }

    /** A copy beside the original, where several may stand. */
    private void again(Element element) {
        element.getParentNode()
                .insertBefore(forged(element), random.nextBoolean() ? element : element.getNextSibling());
    }

    private void swap(Document document) {
        var assertions = Xml.descendants(document, Names.SAML, "Assertion");
        if (!assertions.isEmpty()) {
            var original = assertions.get(0);
            original.getParentNode().replaceChild(forged(original), original);
            open(document).appendChild(original);
        }
    }

    private void wrap(Element inner, Node place) {
        var wrapper = inner.getOwnerDocument()
                .createElementNS(random.nextBoolean() ? FOREIGN : Names.SAMLP, "x:" + pick(NAMES));
        if (inner.getParentNode() == place) {
            place.replaceChild(wrapper, inner);
        } else {
            place.appendChild(wrapper);
        }
        wrapper.appendChild(inner);
    }

    /** A place where the schema allows any element: made where it is missing. */
    private Element open(Document document) {
        var response = document.getDocumentElement();
        var assertions = Xml.descendants(document, Names.SAML, "Assertion");
        var signatures = Xml.descendants(document, Names.DS, "Signature");
        return switch (random.nextInt(4)) {
            case 0 -> made(response, Names.SAMLP, "samlp:Extensions", first(response, Names.SAMLP, "Status"));
            case 1 -> {
                var status = first(response, Names.SAMLP, "Status");
                yield status instanceof Element element
                        ? made(element, Names.SAMLP, "samlp:StatusDetail", null)
                        : response;
            }
            case 2 ->
                assertions.isEmpty()
                        ? response
                        : made(
                                pick(assertions),
                                Names.SAML,
                                "saml:Advice",
                                first(pick(assertions), Names.SAML, "AuthnStatement"));
            default -> signatures.isEmpty() ? response : made(pick(signatures), Names.DS, "ds:Object", null);
        };
    }

    private static Element made(Element parent, String namespace, String name, @Nullable Node before) {
        var made = parent.getOwnerDocument().createElementNS(namespace, name);
        parent.insertBefore(made, before != null && before.getParentNode() == parent ? before : null);
        return made;
    }

    private static @Nullable Node first(Element parent, String namespace, String name) {
        return Xml.children(parent).stream()
                .filter(child -> namespace.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()))
                .findFirst()
                .orElse(null);
    }

    /** Another person, and in three of four cases other IDs: a schema does not mind the same twice, a reader may. */
    private Element forged(Element element) {
        var copy = (Element) element.cloneNode(true);
        var all = new ArrayList<>(Xml.descendants(copy, "*", "*"));
        all.add(copy);
        var fresh = random.nextInt(4) > 0;
        for (var inner : all) {
            if (fresh && inner.hasAttribute("ID")) {
                inner.setAttribute("ID", "_" + Long.toHexString(random.nextLong()));
            }
            if ("AttributeValue".equals(inner.getLocalName()) || "NameID".equals(inner.getLocalName())) {
                inner.setTextContent(AttackScene.FORGED);
            }
        }
        return copy;
    }

    private Element any(Document document) {
        return pick(Xml.descendants(document, "*", "*"));
    }

    private @Nullable Node child(Element parent) {
        var children = parent.getChildNodes();
        return children.getLength() == 0 ? null : children.item(random.nextInt(children.getLength()));
    }

    private static String prefix(Element element) {
        return element.getPrefix() == null ? "" : element.getPrefix() + ":";
    }

    private <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** Some bytes are others. */
    byte[] change(byte[] bytes) {
        var changed = bytes.clone();
        IntStream.rangeClosed(0, random.nextInt(3))
                .forEach(hit -> changed[random.nextInt(changed.length)] = (byte) random.nextInt(256));
        return changed;
    }
}
