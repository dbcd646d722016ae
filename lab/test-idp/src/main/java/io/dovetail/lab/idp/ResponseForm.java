package io.dovetail.lab.idp;

import io.dovetail.lab.idp.xml.Names;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a provider spells a response: everything about it that says nothing of the person.
 *
 * @param protocolPrefix of samlp elements
 * @param assertionPrefix of saml elements, or empty for a default namespace
 * @param assertionNamespaceOnTop whether the Response already declares the assertion's namespace
 * @param declaration the XML declaration, or empty
 * @param issuerFormat whether an Issuer says that it is an entity
 * @param consent the Response's Consent, or null to leave it out
 * @param wholeSeconds whether times have no milliseconds
 * @param nameFormat of attributes, or null to leave it out
 * @param typedValues whether an AttributeValue says that it is a string
 * @param schemaOnValues whether each AttributeValue declares the schema's namespaces, and not the Assertion
 * @param attributesFirst whether the AttributeStatement stands before the AuthnStatement
 * @param contextClass how the person was authenticated
 * @param authority whether the authentication names the provider as its authority
 * @param confirmationLife how long after its making the confirmation is good, or null for as long as the Conditions
 */
public record ResponseForm(
        String protocolPrefix,
        String assertionPrefix,
        boolean assertionNamespaceOnTop,
        String declaration,
        boolean issuerFormat,
        @Nullable String consent,
        boolean wholeSeconds,
        @Nullable String nameFormat,
        boolean typedValues,
        boolean schemaOnValues,
        boolean attributesFirst,
        String contextClass,
        boolean authority,
        @Nullable Duration confirmationLife,
        SignatureForm signature) {

    /** The spelling that attacks are made in. */
    public static final ResponseForm PLAIN = new ResponseForm(
            "samlp",
            "saml",
            true,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            false,
            null,
            false,
            Names.ATTRIBUTE_BASIC,
            true,
            false,
            false,
            Names.PASSWORD_PROTECTED,
            false,
            null,
            SignatureForm.PLAIN);
}
