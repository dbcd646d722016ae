package io.dovetail.sso.saml.metadata;

import io.dovetail.sso.saml.Elements;
import io.dovetail.sso.saml.OpenSaml;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.common.CacheableSAMLObject;
import org.opensaml.saml.saml2.common.TimeBoundSAMLObject;
import org.opensaml.saml.saml2.metadata.EntitiesDescriptor;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.IDPSSODescriptor;
import org.opensaml.security.credential.UsageType;
import org.opensaml.xmlsec.signature.X509Data;
import org.w3c.dom.Element;

/** Reads the one identity provider that a metadata file describes (SAML Metadata 2.3.2, 2.4.3). */
public final class IdpMetadataReader {
    /** Most bytes of a file: 1 MiB. */
    public static final int LARGEST = 1024 * 1024;

    /** SAML Core 8.3.6; OpenSAML reads no longer one. */
    private static final int LONGEST_ENTITY_ID = 1_024;

    /** With a request in its query, an address must still fit into a header. */
    private static final int LONGEST_ADDRESS = 2_000;

    private static final Pattern ENCODING =
            Pattern.compile("\\A\ufeff?(<\\?xml[^>?]*?)\\sencoding\\s*=\\s*(\"[^\">]*\"|'[^'>]*')");

    private final boolean insecureAddresses;

    /** @param insecureAddresses whether http addresses are accepted: for local use alone */
    public IdpMetadataReader(boolean insecureAddresses) {
        this.insecureAddresses = insecureAddresses;
    }

    /**
     * Reads pasted text, whose characters are right already: what its declaration says of their encoding is passed
     * over.
     *
     * @throws MetadataRefused saying what is wrong with the file and what to do
     */
    public IdpMetadata read(String xml, Instant now) throws MetadataRefused {
        return read(ENCODING.matcher(xml).replaceFirst("$1").getBytes(StandardCharsets.UTF_8), now);
    }

    /** @throws MetadataRefused saying what is wrong with the file and what to do */
    public IdpMetadata read(byte[] xml, Instant now) throws MetadataRefused {
        if (xml.length > LARGEST) {
            throw new MetadataRefused(MetadataReason.TOO_LARGE);
        }
        var root = root(xml);
        var entity = entity(root);
        var provider = provider(entity);
        for (var part : new SignableSAMLObject[] {root, entity, provider}) {
            MetadataSignature.check(part);
        }
        if (entity.getEntityID() == null || entity.getEntityID().isBlank()) {
            throw new MetadataRefused(MetadataReason.NO_ENTITY_ID);
        }
        var validUntil = Stream.of(root, entity, provider)
                .map(TimeBoundSAMLObject.class::cast)
                .flatMap(part -> Stream.ofNullable(part.getValidUntil()))
                .min(Comparator.naturalOrder());
        if (validUntil.isPresent() && !now.isBefore(validUntil.get())) {
            throw new MetadataRefused(MetadataReason.EXPIRED);
        }
        var redirect = address(provider, SAMLConstants.SAML2_REDIRECT_BINDING_URI);
        var post = address(provider, SAMLConstants.SAML2_POST_BINDING_URI);
        if (redirect.isEmpty() && post.isEmpty()) {
            throw new MetadataRefused(MetadataReason.NO_ADDRESS);
        }
        return new IdpMetadata(
                entity.getEntityID(),
                redirect,
                post,
                certificates(provider),
                validUntil,
                Stream.of(root, entity, provider)
                        .map(CacheableSAMLObject.class::cast)
                        .flatMap(part -> Stream.ofNullable(part.getCacheDuration()))
                        .min(Comparator.naturalOrder()),
                Boolean.TRUE.equals(provider.getWantAuthnRequestsSigned()),
                OpenSaml.write(root));
    }

    /** An EntityDescriptor, or an EntitiesDescriptor around it. */
    private static SignableSAMLObject root(byte[] xml) throws MetadataRefused {
        try {
            var element = OpenSaml.parse(xml).getDocumentElement();
            Elements.walk(element, new Bounds());
            var object = OpenSaml.read(element);
            if (object instanceof EntityDescriptor || object instanceof EntitiesDescriptor) {
                return (SignableSAMLObject) object;
            }
            throw new MetadataRefused(MetadataReason.NOT_METADATA);
        } catch (XMLParserException notXml) {
            throw new MetadataRefused(hasDocumentType(xml) ? MetadataReason.DOCTYPE : MetadataReason.NOT_XML);
        } catch (UnmarshallingException unreadable) {
            throw new MetadataRefused(MetadataReason.NOT_METADATA);
        }
    }

    /** A web page has a document type too; saying that it is no metadata helps more. */
    private static boolean hasDocumentType(byte[] xml) {
        var start = new String(xml, 0, Math.min(xml.length, 4096), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return start.contains("<!doctype") && !start.contains("<!doctype html");
    }

    private static EntityDescriptor entity(SignableSAMLObject root) throws MetadataRefused {
        if (!(root instanceof EntitiesDescriptor entities)) {
            return (EntityDescriptor) root;
        }
        var isSingle = entities.getEntityDescriptors().size() == 1
                && entities.getEntitiesDescriptors().isEmpty();
        if (!isSingle) {
            throw new MetadataRefused(MetadataReason.SEVERAL_ENTITIES);
        }
        return entities.getEntityDescriptors().get(0);
    }

    /** A file of one provider is far below both bounds, and a reader may recurse. */
    private static final class Bounds implements Elements.Visitor<MetadataRefused> {
        private static final int MOST_ELEMENTS = 20_000;
        private static final int DEEPEST = 64;
        private int elements;

        @Override
        public void visit(Element element, int depth) throws MetadataRefused {
            elements++;
            if (elements > MOST_ELEMENTS || depth > DEEPEST) {
                throw new MetadataRefused(MetadataReason.TOO_LARGE);
            }
            if (element.getAttribute(EntityDescriptor.ENTITY_ID_ATTRIB_NAME).length() > LONGEST_ENTITY_ID) {
                throw new MetadataRefused(MetadataReason.ENTITY_ID_TOO_LONG);
            }
        }
    }

    private static IDPSSODescriptor provider(EntityDescriptor entity) throws MetadataRefused {
        var descriptors = entity.getRoleDescriptors(IDPSSODescriptor.DEFAULT_ELEMENT_NAME).stream()
                .map(IDPSSODescriptor.class::cast)
                .filter(descriptor -> descriptor.isSupportedProtocol(SAMLConstants.SAML20P_NS))
                .toList();
        if (descriptors.isEmpty()) {
            throw new MetadataRefused(MetadataReason.NOT_A_PROVIDER);
        }
        if (descriptors.size() > 1) {
            throw new MetadataRefused(MetadataReason.SEVERAL_ENTITIES);
        }
        return descriptors.get(0);
    }

    private Optional<URI> address(IDPSSODescriptor provider, String binding) throws MetadataRefused {
        for (var service : provider.getSingleSignOnServices()) {
            if (binding.equals(service.getBinding())) {
                return Optional.of(plain(String.valueOf(service.getLocation())));
            }
        }
        return Optional.empty();
    }

    /** Nothing in it that a page, a form or a query after it could take for something else (security.md G2). */
    private URI plain(String location) throws MetadataRefused {
        try {
            var address = new URI(location);
            var isSchemeRight =
                    "https".equals(address.getScheme()) || (insecureAddresses && "http".equals(address.getScheme()));
            var isPlain = location.length() <= LONGEST_ADDRESS
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null
                    && !location.contains("'");
            if (isSchemeRight && isPlain) {
                return address;
            }
            throw new MetadataRefused(MetadataReason.ADDRESS_NOT_HTTPS);
        } catch (URISyntaxException notAnAddress) {
            throw new MetadataRefused(MetadataReason.ADDRESS_NOT_HTTPS);
        }
    }

    /** No {@code use} means both uses; encryption keys are passed over (security.md I5). */
    private static List<X509Certificate> certificates(IDPSSODescriptor provider) throws MetadataRefused {
        var all = new ArrayList<X509Certificate>();
        for (var descriptor : provider.getKeyDescriptors()) {
            if (descriptor.getUse() != UsageType.ENCRYPTION && descriptor.getKeyInfo() != null) {
                for (var data : descriptor.getKeyInfo().getX509Datas()) {
                    certificate(data).ifPresent(all::add);
                }
            }
        }
        if (all.isEmpty()) {
            throw new MetadataRefused(MetadataReason.NO_KEY);
        }
        var strong = all.stream().filter(IdpMetadataReader::isStrong).distinct().toList();
        if (strong.isEmpty()) {
            throw new MetadataRefused(MetadataReason.WEAK_KEY);
        }
        return strong;
    }

    /** The first is the key's own; authorities that follow it would sign for anyone (XML Signature 4.5.4). */
    static Optional<X509Certificate> certificate(X509Data data) throws MetadataRefused {
        if (data.getX509Certificates().isEmpty()) {
            return Optional.empty();
        }
        var text = Objects.requireNonNullElse(data.getX509Certificates().get(0).getValue(), "");
        try {
            var encoded = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
            var factory = CertificateFactory.getInstance("X.509");
            return Optional.of((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded)));
        } catch (CertificateException | IllegalArgumentException unreadable) {
            throw new MetadataRefused(MetadataReason.CERTIFICATE_UNREADABLE);
        }
    }

    private static boolean isStrong(X509Certificate certificate) {
        var key = certificate.getPublicKey();
        return (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= 2_048)
                || (key instanceof ECPublicKey ec
                        && ec.getParams().getCurve().getField().getFieldSize() >= 256);
    }
}
