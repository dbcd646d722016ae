package io.dovetail.sso.saml.response;

/** Under which exact names the provider sends the three attributes. */
public record AttributeNames(String firstName, String lastName, String samlId) {

    /** The names of our own metadata, which every provider can be told to send. */
    public static final AttributeNames DEFAULT = new AttributeNames("first_name", "last_name", "saml_id");
}
