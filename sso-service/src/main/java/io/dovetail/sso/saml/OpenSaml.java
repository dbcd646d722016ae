package io.dovetail.sso.saml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import net.shibboleth.utilities.java.support.component.ComponentInitializationException;
import net.shibboleth.utilities.java.support.xml.BasicParserPool;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.opensaml.core.config.InitializationException;
import org.opensaml.core.config.InitializationService;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.config.XMLObjectProviderRegistrySupport;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.common.xml.SAMLSchemaBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** OpenSAML, started once, with a parser that takes no document type and opens nothing (security.md C9, D1, D2). */
public final class OpenSaml {
    private static final BasicParserPool PARSERS = start();
    private static final Schema SCHEMA = schema();

    /** Validators that are not at work; making one costs more than validating a response. */
    private static final ArrayBlockingQueue<Validator> IDLE = new ArrayBlockingQueue<>(64);

    private OpenSaml() {}

    private static BasicParserPool start() {
        try {
            InitializationService.initialize();
            var pool = new BasicParserPool();
            pool.setMaxPoolSize(64);
            // Comments stay visible: what stands beside one is read whole, or refused
            pool.setIgnoreComments(false);
            pool.setCoalescing(true);
            pool.setExpandEntityReferences(false);
            pool.setXincludeAware(false);
            pool.setBuilderFeatures(Map.of(
                    XMLConstants.FEATURE_SECURE_PROCESSING,
                    true,
                    "http://apache.org/xml/features/disallow-doctype-decl",
                    true,
                    // Every node is looked at, so that none is worth putting off
                    "http://apache.org/xml/features/dom/defer-node-expansion",
                    false,
                    "http://xml.org/sax/features/external-general-entities",
                    false,
                    "http://xml.org/sax/features/external-parameter-entities",
                    false));
            pool.initialize();
            return pool;
        } catch (InitializationException | ComponentInitializationException failure) {
            throw new IllegalStateException("OpenSAML did not start", failure);
        }
    }

    private static Schema schema() {
        try {
            return new SAMLSchemaBuilder(SAMLSchemaBuilder.SAML1Version.SAML_11).getSAMLSchema();
        } catch (SAXException failure) {
            throw new IllegalStateException("OpenSAML's own schemas could not be read", failure);
        }
    }

    /** Loads classes, schemas and providers, so that the first sign-in does not pay for it. */
    public static void warmUp() {
        Objects.requireNonNull(SCHEMA);
    }

    /** @throws XMLParserException for anything that is not one well-formed document without a document type */
    public static Document parse(byte[] xml) throws XMLParserException {
        return PARSERS.parse(new ByteArrayInputStream(xml));
    }

    /** @throws SAXException for anything that the SAML 2.0 schemas do not allow */
    public static void validate(Document document) throws SAXException {
        var idle = IDLE.poll();
        var validator = idle == null ? SCHEMA.newValidator() : idle;
        try {
            validator.validate(new DOMSource(document));
        } catch (IOException impossible) {
            throw new SAXException(impossible);
        }
        // One that met something invalid is not used again: nothing of it can reach another message
        IDLE.offer(validator);
    }

    /**
     * The document's objects; their elements are those of the document, not copies.
     *
     * @throws UnmarshallingException also for values that the schema allows and OpenSAML's readers stumble over, such
     *     as a number with twenty digits
     */
    public static XMLObject read(Element element) throws UnmarshallingException {
        var unmarshaller =
                XMLObjectProviderRegistrySupport.getUnmarshallerFactory().getUnmarshaller(element);
        if (unmarshaller == null) {
            throw new UnmarshallingException("no reader for " + element.getNodeName());
        }
        try {
            return unmarshaller.unmarshall(element);
        } catch (RuntimeException stumbled) {
            throw new UnmarshallingException(stumbled);
        }
    }

    @SuppressWarnings("unchecked")
    public static <T extends XMLObject> T build(QName name) {
        var builder = XMLObjectProviderRegistrySupport.getBuilderFactory().getBuilderOrThrow(name);
        return (T) builder.buildObject(name);
    }

    /** The object's XML as text. */
    public static String write(XMLObject object) {
        try {
            var element = XMLObjectProviderRegistrySupport.getMarshallerFactory()
                    .getMarshaller(object)
                    .marshall(object);
            var text = new StringWriter();
            // The JDK's own, which is not looked for on the class path each time
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(new DOMSource(element), new StreamResult(text));
            return text.toString();
        } catch (MarshallingException | TransformerException failure) {
            throw new IllegalStateException("our own SAML could not be written", failure);
        }
    }
}
