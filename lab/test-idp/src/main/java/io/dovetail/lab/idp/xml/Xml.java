package io.dovetail.lab.idp.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Parses without DTDs, writes without changing a signed byte, and finds elements. */
public final class Xml {

    private Xml() {}

    /** An empty document. */
    public static Document empty() {
        return builder().newDocument();
    }

    /** Parses; a DOCTYPE or anything ill-formed is an {@link IllegalArgumentException}. */
    public static Document parse(byte[] xml) {
        try {
            return builder().parse(new ByteArrayInputStream(xml));
        } catch (Exception e) {
            throw new IllegalArgumentException("This is not well-formed XML without a DOCTYPE: " + e.getMessage(), e);
        }
    }

    /** Parses text, see {@link #parse(byte[])}. */
    public static Document parse(String xml) {
        return parse(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** The document in UTF-8, with its XML declaration. */
    public static byte[] bytes(Document document) {
        document.setXmlStandalone(true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IllegalStateException("The document could not be written", e);
        }
        return out.toByteArray();
    }

    /** The document as text, see {@link #bytes(Document)}. */
    public static String text(Document document) {
        return new String(bytes(document), StandardCharsets.UTF_8);
    }

    /** A new element as the last child of its parent; it declares its prefix when the parent does not. */
    public static Element append(Node parent, String namespace, String qualifiedName) {
        Document document = parent instanceof Document self ? self : parent.getOwnerDocument();
        Element element = document.createElementNS(namespace, qualifiedName);
        String prefix = element.getPrefix();
        if (parent instanceof Document || !namespace.equals(parent.lookupNamespaceURI(prefix))) {
            element.setAttributeNS(Names.XMLNS, prefix == null ? "xmlns" : "xmlns:" + prefix, namespace);
        }
        parent.appendChild(element);
        return element;
    }

    /** A new element with text as the last child of its parent. */
    public static Element append(Node parent, String namespace, String qualifiedName, String text) {
        Element element = append(parent, namespace, qualifiedName);
        element.setTextContent(text);
        return element;
    }

    /** The child elements, in document order. */
    public static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The first child of that name. */
    public static Optional<Element> findChild(Node parent, String namespace, String localName) {
        return children(parent).stream()
                .filter(child -> namespace.equals(child.getNamespaceURI()) && localName.equals(child.getLocalName()))
                .findFirst();
    }

    /** The first child of that name; its absence is a mistake of the caller. */
    public static Element requireChild(Node parent, String namespace, String localName) {
        return findChild(parent, namespace, localName)
                .orElseThrow(() -> new IllegalArgumentException("There is no " + localName + " here"));
    }

    /** Every element of that name below a document or element, in document order. */
    public static List<Element> descendants(Node from, String namespace, String localName) {
        NodeList found = from instanceof Document document
                ? document.getElementsByTagNameNS(namespace, localName)
                : ((Element) from).getElementsByTagNameNS(namespace, localName);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** Takes a node out of its tree. */
    public static void remove(Node node) {
        node.getParentNode().removeChild(node);
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Throwing());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser does not know its own features", e);
        }
    }

    /** Says nothing on stderr and lets every fault end the parse. */
    private static final class Throwing implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
