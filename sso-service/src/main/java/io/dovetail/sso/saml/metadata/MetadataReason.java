package io.dovetail.sso.saml.metadata;

/** What can be wrong with a provider's metadata (security.md G2, I4 to I9, I11), each with what to do. */
public enum MetadataReason {
    TOO_LARGE("The file is larger than metadata of one provider can be (1 MiB, 20,000 elements, 64 deep). Export it for"
            + " this one application."),
    NOT_XML(
            "This is not an XML document. Paste the metadata file itself, not the page that offers it or a log-in page."),
    DOCTYPE("The file has a document type, which metadata never needs. Export it afresh from the provider."),
    NOT_METADATA("This is XML, but not SAML metadata. Its first element must be EntityDescriptor."),
    SEVERAL_ENTITIES(
            "The file describes several providers, listed in \"entities\". Choose yours and save again with its"
                    + " entity ID as \"metadataEntityId\"; or keep only its EntityDescriptor."),
    SEVERAL_ROLES(
            "The file describes the provider more than once, and nothing tells which description is meant. Keep only"
                    + " the IDPSSODescriptor whose sign-in address is yours, and paste the file."),
    ENTITY_UNKNOWN("The file describes no provider of the entity ID that was chosen. Choose one of those listed in"
            + " \"entities\", or give the metadata of the provider that you mean."),
    NOT_A_PROVIDER("The file describes a service, not an identity provider. Export the provider's metadata instead."),
    NO_ENTITY_ID("The file names no entityID. Set the IdP entity ID at the provider and export it again."),
    ENTITY_ID_TOO_LONG(
            "The entityID in the file is longer than 1,024 characters, which SAML does not allow. Set a shorter"
                    + " one at the provider and export the metadata again."),
    CERTIFICATE_UNREADABLE(
            "A certificate in the file can't be read. Export the metadata again, and change nothing in it."),
    NO_KEY("The file holds no signing certificate. Create one at the provider and export the metadata again."),
    TOO_MANY_KEYS(
            "The file lists more than 20 signing keys. Remove those that the provider uses no longer, and export the"
                    + " metadata again."),
    KEY_TOO_LARGE("The file holds an RSA key of more than 8,192 bits, or with a public exponent of more than 64 bits."
            + " Create a common one at the provider, of 2,048 to 4,096 bits, and export the metadata again."),
    WEAK_KEY(
            "The file holds no key that is strong enough: RSA of 2048 bits, or EC P-256, is the least. A key that is made"
                    + " for RSASSA-PSS alone does not count."),
    NO_ADDRESS("The file names no sign-in address with the binding HTTP-Redirect or HTTP-POST. Switch one of them on at"
            + " the provider and export the metadata again."),
    ADDRESS_NOT_HTTPS("A sign-in address in the file is not a plain https address of at most 2,000"
            + " characters. Set one at the provider and export"
            + " the metadata again."),
    SIGNATURE_BAD("The file was changed after the provider signed it, or its signature is of no common form. Export it"
            + " again, and change nothing in it."),
    EXPIRED("The file says that it is valid no longer. Export it afresh.");

    private final String advice;

    MetadataReason(String advice) {
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }
}
