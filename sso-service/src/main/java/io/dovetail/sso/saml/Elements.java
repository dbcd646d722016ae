package io.dovetail.sso.saml;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walks a document without recursion, so that no depth of nesting can exhaust the stack (security.md D3). */
public final class Elements {
    private Elements() {}

    /** What is done with each element; it ends the walk by throwing. */
    @FunctionalInterface
    public interface Visitor<X extends Exception> {
        /** @param depth 1 for the root */
        void visit(Element element, int depth) throws X;
    }

    /** Visits the root and every element below it, in document order. */
    public static <X extends Exception> void walk(Element root, Visitor<X> visitor) throws X {
        @Nullable Node node = root;
        var depth = 1;
        while (node != null) {
            if (node instanceof Element element) {
                visitor.visit(element, depth);
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != root && node != null && node.getNextSibling() == null) {
                node = node.getParentNode();
                depth--;
            }
            node = node == root || node == null ? null : node.getNextSibling();
        }
    }
}
