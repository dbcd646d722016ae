package io.dovetail.sso.connection;

import io.dovetail.sso.saml.response.AttributeNames;
import io.dovetail.sso.saml.response.ExpiredCertificates;
import io.dovetail.sso.saml.response.RequiredSignature;
import org.jspecify.annotations.Nullable;

/** What an administrator saves, with every default filled in. */
record Draft(
        Provider provider,
        @Nullable String metadataUrl,
        @Nullable String metadataXml,
        @Nullable String metadataEntityId,
        AttributeNames attributes,
        int clockSkewSeconds,
        IdpInitiated idpInitiated,
        RequiredSignature requiredSignature,
        ExpiredCertificates expiredCertificates,
        @Nullable String ownEntityId,
        boolean signRequests,
        boolean encryptAssertions,
        boolean samePeople) {}
