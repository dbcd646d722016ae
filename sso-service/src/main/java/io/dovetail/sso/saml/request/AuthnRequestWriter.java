package io.dovetail.sso.saml.request;

import io.dovetail.sso.saml.OpenSaml;
import io.dovetail.sso.saml.SpCredential;
import java.net.URI;
import java.time.Instant;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.security.SecurityException;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.SignatureSigningParameters;
import org.opensaml.xmlsec.keyinfo.impl.X509KeyInfoGeneratorFactory;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureSupport;

/** Writes the request that starts a sign-in, without RequestedAuthnContext or NameIDPolicy (SAML Core 3.4.1). */
public final class AuthnRequestWriter {

    /** @param id begins with an underscore, as an XML ID must not begin with a digit */
    public record Request(
            String id, String spEntityId, String acsUrl, URI destination, Instant issueInstant, boolean forceAuthn) {}

    /** The request without a signature, as HTTP-Redirect carries it, signed there or not. */
    public String write(Request request) {
        return OpenSaml.write(object(request));
    }

    /** The request with a signature in it, as HTTP-POST carries a signed one (SAML Core 5). */
    public String writeSigned(Request request, SpCredential credential) {
        var object = object(request);
        var parameters = new SignatureSigningParameters();
        var signing = new BasicX509Credential(credential.certificate(), credential.privateKey());
        var keyInfo = new X509KeyInfoGeneratorFactory();
        keyInfo.setEmitEntityCertificate(true);
        parameters.setSigningCredential(signing);
        parameters.setSignatureAlgorithm(RequestBinding.SIGNATURE_ALGORITHM);
        parameters.setSignatureReferenceDigestMethod(SignatureConstants.ALGO_ID_DIGEST_SHA256);
        parameters.setSignatureCanonicalizationAlgorithm(SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
        parameters.setKeyInfoGenerator(keyInfo.newInstance());
        try {
            SignatureSupport.signObject(object, parameters);
        } catch (SecurityException | MarshallingException | SignatureException failure) {
            throw new IllegalStateException("a request could not be signed", failure);
        }
        return OpenSaml.write(object);
    }

    private static AuthnRequest object(Request content) {
        Issuer issuer = OpenSaml.build(Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(content.spEntityId());
        AuthnRequest request = OpenSaml.build(AuthnRequest.DEFAULT_ELEMENT_NAME);
        request.setVersion(SAMLVersion.VERSION_20);
        request.setID(content.id());
        request.setIssueInstant(content.issueInstant());
        request.setIssuer(issuer);
        request.setDestination(content.destination().toString());
        request.setAssertionConsumerServiceURL(content.acsUrl());
        request.setProtocolBinding(SAMLConstants.SAML2_POST_BINDING_URI);
        if (content.forceAuthn()) {
            request.setForceAuthn(true);
        }
        return request;
    }
}
