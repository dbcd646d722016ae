package io.dovetail.sso.saml.metadata;

import io.dovetail.sso.saml.OpenSaml;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.EntitiesDescriptor;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.IDPSSODescriptor;
import org.opensaml.security.credential.UsageType;
import org.opensaml.xmlsec.keyinfo.KeyInfoSupport;

/** Reads the one identity provider that a metadata file describes (SAML Metadata 2.3.2, 2.4.3). */
public final class IdpMetadataReader {
    /** Most bytes of a file: 1 MiB. */
    public static final int LARGEST = 1024 * 1024;

    private final boolean insecureAddresses;

    /** @param insecureAddresses whether http addresses are accepted: for local use alone */
    public IdpMetadataReader(boolean insecureAddresses) {
        this.insecureAddresses = insecureAddresses;
    }

    /** @throws MetadataRefused saying what is wrong with the file and what to do */
    public IdpMetadata read(byte[] xml, Instant now) throws MetadataRefused {
        if (xml.length > LARGEST) {
            throw new MetadataRefused(MetadataReason.TOO_LARGE);
        }
        var entity = entity(xml);
        var provider = provider(entity);
        if (entity.getEntityID() == null || entity.getEntityID().isBlank()) {
            throw new MetadataRefused(MetadataReason.NO_ENTITY_ID);
        }
        var validUntil = Optional.ofNullable(entity.getValidUntil());
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
                Optional.<Duration>ofNullable(entity.getCacheDuration()),
                Boolean.TRUE.equals(provider.getWantAuthnRequestsSigned()));
    }

    private static EntityDescriptor entity(byte[] xml) throws MetadataRefused {
        try {
            var object = OpenSaml.read(OpenSaml.parse(xml).getDocumentElement());
            if (object instanceof EntitiesDescriptor entities) {
                var single = entities.getEntityDescriptors().size() == 1
                        && entities.getEntitiesDescriptors().isEmpty();
                if (!single) {
                    throw new MetadataRefused(MetadataReason.SEVERAL_ENTITIES);
                }
                return entities.getEntityDescriptors().get(0);
            }
            if (object instanceof EntityDescriptor entity) {
                return entity;
            }
            throw new MetadataRefused(MetadataReason.NOT_METADATA);
        } catch (XMLParserException notXml) {
            var text = new String(xml, 0, Math.min(xml.length, 4096), StandardCharsets.UTF_8);
            throw new MetadataRefused(
                    text.contains("<!DOCTYPE")
                                    && !text.toLowerCase(java.util.Locale.ROOT).contains("<!doctype html")
                            ? MetadataReason.DOCTYPE
                            : MetadataReason.NOT_XML);
        } catch (UnmarshallingException unreadable) {
            throw new MetadataRefused(MetadataReason.NOT_METADATA);
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

    private URI plain(String location) throws MetadataRefused {
        try {
            var address = new URI(location);
            var scheme =
                    "https".equals(address.getScheme()) || (insecureAddresses && "http".equals(address.getScheme()));
            if (scheme && address.getHost() != null && address.getUserInfo() == null && !location.contains("'")) {
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
                try {
                    all.addAll(KeyInfoSupport.getCertificates(descriptor.getKeyInfo()));
                } catch (CertificateException unreadable) {
                    throw new MetadataRefused(MetadataReason.NO_KEY);
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

    private static boolean isStrong(X509Certificate certificate) {
        var key = certificate.getPublicKey();
        return (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= 2_048)
                || (key instanceof ECPublicKey ec
                        && ec.getParams().getCurve().getField().getFieldSize() >= 256);
    }
}
