package io.dovetail.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dovetail.lab.idp.check.browser.Trail;
import io.dovetail.lab.idp.check.line.ServiceProvider;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A realm of Keycloak that lets people in through a SAML provider, and an app that signs people in there. */
final class KeycloakBroker {
    private static final String REALM = "checked";
    private static final String ALIAS = "check";
    private static final String APP = "app";

    /** Nobody listens there, and nobody needs to: the browser is stopped before. */
    private static final String BACK = "http://127.0.0.1:9/app";

    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private final Keycloak keycloak;

    private KeycloakBroker(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** As strict as its settings allow: signatures are validated, and Assertions have to be signed. */
    static KeycloakBroker of(Keycloak keycloak, String metadataUrl) {
        var broker = new KeycloakBroker(keycloak);
        broker.create(metadataUrl);
        return broker;
    }

    private void create(String metadataUrl) {
        var admin = keycloak.admin();
        admin.post("/admin/realms", Map.of("realm", REALM, "enabled", true)).expect(201);
        var imported = (ObjectNode) admin.post(
                        realm("/identity-provider/import-config"), Map.of("providerId", "saml", "fromUrl", metadataUrl))
                .expect(200)
                .json();
        imported.put("validateSignature", "true");
        imported.put("wantAssertionsSigned", "true");
        imported.put("principalType", "SUBJECT");
        imported.put("syncMode", "IMPORT");
        admin.post(
                        realm("/identity-provider/instances"),
                        Map.of(
                                "alias",
                                ALIAS,
                                "providerId",
                                "saml",
                                "enabled",
                                true,
                                "trustEmail",
                                true,
                                "config",
                                imported))
                .expect(201);
        List.of("email", "firstName", "lastName").forEach(this::map);
        admin.post(
                        realm("/clients"),
                        Map.of(
                                "clientId",
                                APP,
                                "publicClient",
                                true,
                                "standardFlowEnabled",
                                true,
                                "redirectUris",
                                List.of(BACK)))
                .expect(201);
    }

    private void map(String attribute) {
        keycloak.admin()
                .post(
                        realm("/identity-provider/instances/" + ALIAS + "/mappers"),
                        Map.of(
                                "name",
                                attribute,
                                "identityProviderAlias",
                                ALIAS,
                                "identityProviderMapper",
                                "saml-user-attribute-idp-mapper",
                                "config",
                                Map.of(
                                        "attribute.name",
                                        attribute,
                                        "user.attribute",
                                        attribute,
                                        "syncMode",
                                        "INHERIT")))
                .expect(201);
    }

    /** Its metadata names no key to encrypt to, but it decrypts with the realm's. */
    ServiceProvider serviceProvider() {
        var metadata = Api.of(keycloak.base())
                .get("/realms/" + REALM + "/broker/" + ALIAS + "/endpoint/descriptor")
                .expect(200)
                .response()
                .body();
        var described = ServiceProvider.read(metadata.getBytes(StandardCharsets.UTF_8));
        return new ServiceProvider(described.entityId(), described.acs(), encryption());
    }

    private Optional<X509Certificate> encryption() {
        for (var key : keycloak.admin().get(realm("/keys")).expect(200).json().get("keys")) {
            if ("ENC".equals(key.get("use").asText()) && key.has("certificate")) {
                return Optional.of(certificate(key.get("certificate").asText()));
            }
        }
        return Optional.empty();
    }

    private static X509Certificate certificate(String base64) {
        try {
            var bytes = new ByteArrayInputStream(Base64.getDecoder().decode(base64));
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
        } catch (CertificateException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Where a sign-in for the app begins, without the log-in page of the realm. */
    URI start() {
        return URI.create(keycloak.base() + "/realms/" + REALM + "/protocol/openid-connect/auth?client_id=" + APP
                + "&response_type=code&scope=openid&kc_idp_hint=" + ALIAS + "&redirect_uri="
                + URLEncoder.encode(BACK, StandardCharsets.UTF_8));
    }

    /** By which identity of the provider Keycloak knows the person of the code. */
    Optional<String> who(Trail accepted) {
        var code = CODE.matcher(accepted.end().toString());
        if (!code.find()) {
            return Optional.empty();
        }
        var tokens = Api.of(keycloak.base())
                .send(
                        "POST",
                        "/realms/" + REALM + "/protocol/openid-connect/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=authorization_code&client_id=" + APP + "&code=" + code.group(1) + "&redirect_uri="
                                + URLEncoder.encode(BACK, StandardCharsets.UTF_8));
        if (tokens.status() != 200) {
            return Optional.empty();
        }
        var claims = tokens.json().get("id_token").asText().split("\\.")[1];
        var subject = text(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8), "sub");
        var identities = keycloak.admin()
                .get(realm("/users/" + subject + "/federated-identity"))
                .expect(200)
                .json();
        return Optional.of(identities.get(0).get("userId").asText());
    }

    private static String text(String json, String field) {
        try {
            return Api.JSON.readTree(json).get(field).asText();
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private static String realm(String path) {
        return "/admin/realms/" + REALM + path;
    }
}
