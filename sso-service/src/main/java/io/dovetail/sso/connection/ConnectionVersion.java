package io.dovetail.sso.connection;

import io.dovetail.sso.saml.metadata.IdpMetadata;
import io.dovetail.sso.saml.response.AttributeNames;
import io.dovetail.sso.saml.response.ExpiredCertificates;
import io.dovetail.sso.saml.response.RequiredSignature;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One saved set-up; never changed once it is written, but for what the provider's metadata ask for meanwhile. */
@Entity
@SuppressWarnings("NullAway.Init")
class ConnectionVersion {

    /** Company and number. */
    @Embeddable
    record Key(UUID companyId, int version) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private Provider provider;

    private @Nullable String metadataUrl;
    private String idpEntityId;
    private @Nullable String ssoRedirectUrl;
    private @Nullable String ssoPostUrl;
    private String firstNameAttribute;
    private String lastNameAttribute;
    private String samlIdAttribute;
    private int clockSkewSeconds;

    @Enumerated(EnumType.STRING)
    private IdpInitiated idpInitiated;

    @Enumerated(EnumType.STRING)
    private RequiredSignature requiredSignature;

    @Enumerated(EnumType.STRING)
    private ExpiredCertificates expiredCertificates;

    private @Nullable String ownEntityId;
    private boolean signRequests;
    private boolean providerWantsSignedRequests;
    private boolean encryptAssertions;
    private UUID source;
    private UUID savedBy;
    private Instant savedAt;

    protected ConnectionVersion() {}

    ConnectionVersion(Key key, Draft draft, IdpMetadata metadata, UUID source, UUID savedBy, Instant savedAt) {
        this.key = key;
        this.provider = draft.provider();
        this.metadataUrl = draft.metadataUrl();
        this.idpEntityId = metadata.entityId();
        this.ssoRedirectUrl = metadata.redirectSsoUrl().map(URI::toString).orElse(null);
        this.ssoPostUrl = metadata.postSsoUrl().map(URI::toString).orElse(null);
        this.firstNameAttribute = draft.attributes().firstName();
        this.lastNameAttribute = draft.attributes().lastName();
        this.samlIdAttribute = draft.attributes().samlId();
        this.clockSkewSeconds = draft.clockSkewSeconds();
        this.idpInitiated = draft.idpInitiated();
        this.requiredSignature = draft.requiredSignature();
        this.expiredCertificates = draft.expiredCertificates();
        this.ownEntityId = draft.ownEntityId();
        this.signRequests = draft.signRequests();
        this.providerWantsSignedRequests = metadata.wantsSignedRequests();
        this.encryptAssertions = draft.encryptAssertions();
        this.source = source;
        this.savedBy = savedBy;
        this.savedAt = savedAt;
    }

    int version() {
        return key.version();
    }

    Provider provider() {
        return provider;
    }

    UUID source() {
        return source;
    }

    String idpEntityId() {
        return idpEntityId;
    }

    Optional<String> metadataUrl() {
        return Optional.ofNullable(metadataUrl);
    }

    Optional<String> ownEntityId() {
        return Optional.ofNullable(ownEntityId);
    }

    AttributeNames attributes() {
        return new AttributeNames(firstNameAttribute, lastNameAttribute, samlIdAttribute);
    }

    Duration clockSkew() {
        return Duration.ofSeconds(clockSkewSeconds);
    }

    IdpInitiated idpInitiated() {
        return idpInitiated;
    }

    RequiredSignature requiredSignature() {
        return requiredSignature;
    }

    ExpiredCertificates expiredCertificates() {
        return expiredCertificates;
    }

    /** Because the administrator chose it, or the provider's metadata asks for it. */
    boolean signsRequests() {
        return signRequests || providerWantsSignedRequests;
    }

    /** @return whether the provider's metadata did not ask for it, or asked for it, until now */
    boolean takeOverWish(boolean wantsSignedRequests) {
        var isNew = providerWantsSignedRequests != wantsSignedRequests;
        providerWantsSignedRequests = wantsSignedRequests;
        return isNew;
    }

    boolean isSigningChosen() {
        return signRequests;
    }

    boolean offersEncryption() {
        return encryptAssertions;
    }

    Instant savedAt() {
        return savedAt;
    }

    /** Redirect where the provider takes it: it needs no script. */
    boolean sendsByRedirect() {
        return ssoRedirectUrl != null;
    }

    URI ssoUrl() {
        return URI.create(ssoRedirectUrl != null ? ssoRedirectUrl : Objects.requireNonNull(ssoPostUrl));
    }

    /** Whether the people behind {@code saml_id} may be others than in the version before (design.md, section 2). */
    boolean meansOtherPeopleThan(ConnectionVersion before) {
        return !idpEntityId.equals(before.idpEntityId)
                || !ssoUrl().getHost().equals(before.ssoUrl().getHost())
                || !samlIdAttribute.equals(before.samlIdAttribute);
    }

    void continueSourceOf(ConnectionVersion before) {
        source = before.source;
    }
}
