package io.dovetail.sso.saml.metadata;

import io.dovetail.sso.saml.Elements;
import io.dovetail.sso.saml.OpenSaml;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
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
import org.w3c.dom.Element;

/** Reads one identity provider of those that a metadata file describes (SAML Metadata 2.3, 2.4.3). */
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
    public IdpMetadata read(String xml, EntityChoice choice, Instant now) throws MetadataRefused {
        return read(ENCODING.matcher(xml).replaceFirst("$1").getBytes(StandardCharsets.UTF_8), choice, now);
    }

    /** @throws MetadataRefused saying what is wrong with the file and what to do */
    public IdpMetadata read(byte[] xml, EntityChoice choice, Instant now) throws MetadataRefused {
        if (xml.length > LARGEST) {
            throw new MetadataRefused(MetadataReason.TOO_LARGE);
        }
        var root = root(xml);
        var found = FoundProvider.in(root, choice);
        for (var part : found.levels().toList()) {
            MetadataSignature.check(part);
        }
        var entityId = found.entity().getEntityID();
        if (entityId == null || entityId.isBlank()) {
            throw new MetadataRefused(MetadataReason.NO_ENTITY_ID);
        }
        var validUntil = found.levels()
                .map(TimeBoundSAMLObject.class::cast)
                .flatMap(part -> Stream.ofNullable(part.getValidUntil()))
                .min(Comparator.naturalOrder());
        if (validUntil.isPresent() && !now.isBefore(validUntil.get())) {
            throw new MetadataRefused(MetadataReason.EXPIRED);
        }
        var redirect = address(found.role(), SAMLConstants.SAML2_REDIRECT_BINDING_URI);
        var post = address(found.role(), SAMLConstants.SAML2_POST_BINDING_URI);
        if (redirect.isEmpty() && post.isEmpty()) {
            throw new MetadataRefused(MetadataReason.NO_ADDRESS);
        }
        return new IdpMetadata(
                entityId,
                redirect,
                post,
                SigningKeys.of(found.role()),
                validUntil,
                found.levels()
                        .map(CacheableSAMLObject.class::cast)
                        .flatMap(part -> Stream.ofNullable(part.getCacheDuration()))
                        .min(Comparator.naturalOrder()),
                Boolean.TRUE.equals(found.role().getWantAuthnRequestsSigned()),
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

    /** A file of one provider, and of many, is below both bounds; and a reader may recurse. */
    private static final class Bounds implements Elements.Visitor<MetadataRefused> {
        private static final int MOST_ELEMENTS = 20_000;
        private static final int DEEPEST = 64;
        private static final int LONGEST_PREFIX_LIST = 256;
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
            // Each prefix costs work at each element, before any signature is verified
            if (element.getAttribute("PrefixList").length() > LONGEST_PREFIX_LIST) {
                throw new MetadataRefused(MetadataReason.SIGNATURE_BAD);
            }
        }
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
}
