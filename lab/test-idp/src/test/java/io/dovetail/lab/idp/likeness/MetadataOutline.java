package io.dovetail.lab.idp.likeness;

import io.dovetail.lab.idp.xml.Xml;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * The traits of a provider's metadata: its elements with their prefixes and attributes, the values that say how it
 * works, and none that say whose it is. Equal siblings count once.
 */
final class MetadataOutline {

    private static final Set<String> TELLING = Set.of(
            "Algorithm",
            "Binding",
            "NameFormat",
            "Optional",
            "WantAssertionsSigned",
            "WantAuthnRequestsSigned",
            "contactType",
            "index",
            "isDefault",
            "protocolSupportEnumeration",
            "use",
            "xsi:type");

    private MetadataOutline() {}

    static String of(String xml) {
        String bare = xml.startsWith("\ufeff") ? xml.substring(1) : xml;
        Element root = Xml.parse(bare).getDocumentElement();
        String declaration = bare.startsWith("<?") ? bare.substring(0, bare.indexOf("?>") + 2) : "none";
        return "byte order mark: " + (bare.length() < xml.length()) + "\ndeclaration: " + declaration
                + "\ncertificate: " + certificate(root) + "\n" + element(root, "");
    }

    private static String certificate(Element root) {
        String text = Xml.descendants(root, "*", "X509Certificate")
                .get(0)
                .getTextContent()
                .strip();
        int longest = Arrays.stream(text.split("\\R"))
                .mapToInt(line -> line.strip().length())
                .max()
                .orElse(0);
        return text.contains("\n") ? "lines of " + longest : "one line";
    }

    private static String element(Element element, String indent) {
        StringBuilder outline = new StringBuilder(indent).append(element.getTagName());
        TreeMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String name = element.getAttributes().item(i).getNodeName();
            if (!name.startsWith("xmlns")) {
                attributes.put(name, element.getAttributes().item(i).getNodeValue());
            }
        }
        attributes.forEach(
                (name, value) -> outline.append(' ').append(name).append(TELLING.contains(name) ? "=" + value : ""));
        if (element.getLocalName().equals("NameIDFormat")) {
            outline.append(": ").append(element.getTextContent());
        }
        return outline.append('\n')
                .append(Xml.children(element).stream()
                        .map(child -> element(child, indent + "  "))
                        .distinct()
                        .collect(Collectors.joining()))
                .toString();
    }
}
