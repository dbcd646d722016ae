package io.dovetail.sso.saml.request;

import io.dovetail.sso.saml.OpenSaml;
import java.net.URI;
import java.time.Instant;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.Issuer;

/** Writes the request that starts a sign-in, without RequestedAuthnContext or NameIDPolicy (SAML Core 3.4.1). */
public final class AuthnRequestWriter {

    /** @param id begins with an underscore, as an XML ID must not begin with a digit */
    public String write(
            String id, String spEntityId, String acsUrl, URI destination, Instant issueInstant, boolean forceAuthn) {
        Issuer issuer = OpenSaml.build(Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(spEntityId);
        AuthnRequest request = OpenSaml.build(AuthnRequest.DEFAULT_ELEMENT_NAME);
        request.setVersion(SAMLVersion.VERSION_20);
        request.setID(id);
        request.setIssueInstant(issueInstant);
        request.setIssuer(issuer);
        request.setDestination(destination.toString());
        request.setAssertionConsumerServiceURL(acsUrl);
        request.setProtocolBinding(SAMLConstants.SAML2_POST_BINDING_URI);
        if (forceAuthn) {
            request.setForceAuthn(true);
        }
        return OpenSaml.write(request);
    }
}
