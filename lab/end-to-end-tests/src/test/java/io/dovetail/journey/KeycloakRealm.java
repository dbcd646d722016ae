package io.dovetail.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** People of Keycloak and the one app that they may use. */
record KeycloakRealm(Keycloak keycloak, String name) {

    /** Its passwords are hashed in no time: hundreds of people come with theirs, and none of them is worth anything. */
    private static final String PASSWORD_POLICY = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";

    static KeycloakRealm create(Keycloak keycloak, String name) {
        keycloak.admin()
                .post("/admin/realms", Map.of("realm", name, "enabled", true, "passwordPolicy", PASSWORD_POLICY))
                .expect(201);
        return new KeycloakRealm(keycloak, name);
    }

    /** The client as our SP metadata describes it, with the three attributes. */
    void connect(String spMetadata) {
        var admin = keycloak.admin();
        var described = admin.send("POST", path("/client-description-converter"), "text/plain", spMetadata)
                .expect(200);
        var client = (ObjectNode) described.json();
        var attributes = (ObjectNode) client.get("attributes");
        attributes.put("saml.assertion.signature", "true");
        attributes.put("saml.client.signature", "false");
        client.set(
                "protocolMappers",
                Api.JSON.valueToTree(List.of(
                        mapper("first_name", "firstName"),
                        mapper("last_name", "lastName"),
                        mapper("saml_id", "username"))));
        admin.post(path("/clients"), client).expect(201);
    }

    void addPerson(String username, String password, String firstName, String lastName, String email) {
        keycloak.admin()
                .post(
                        path("/users"),
                        Map.of(
                                "username", username,
                                "enabled", true,
                                "emailVerified", true,
                                "email", email,
                                "firstName", firstName,
                                "lastName", lastName,
                                "credentials",
                                        List.of(Map.of("type", "password", "value", password, "temporary", false))))
                .expect(201);
    }

    String metadataUrl() {
        return keycloak.base() + "/realms/" + name + "/protocol/saml/descriptor";
    }

    private String path(String rest) {
        return "/admin/realms/" + name + rest;
    }

    private static Map<String, Object> mapper(String attribute, String property) {
        return Map.of(
                "name",
                attribute,
                "protocol",
                "saml",
                "protocolMapper",
                "saml-user-property-mapper",
                "config",
                Map.of(
                        "user.attribute", property,
                        "attribute.name", attribute,
                        "attribute.nameformat", "Basic"));
    }
}
