package io.dovetail.console.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the page shows of a connection.
 *
 * @param saved whether there is a draft or a current version that could be verified
 */
public record SettingsView(
        String companyId,
        String state,
        String spEntityId,
        String acsUrl,
        String spMetadataUrl,
        String attributes,
        String provider,
        String metadataUrl,
        String idpEntityId,
        String draftVersion,
        String currentVersion,
        boolean saved) {

    static SettingsView of(JsonNode connection) {
        var copy = connection.path("copy");
        var draft = connection.path("draft");
        var current = connection.path("current");
        var shown = draft.isObject() ? draft : current;
        var attributes = new ArrayList<String>();
        copy.path("attributes").forEach(name -> attributes.add(name.asText("")));
        return new SettingsView(
                connection.path("companyId").asText(""),
                connection.path("state").asText(""),
                copy.path("spEntityId").asText(""),
                copy.path("acsUrl").asText(""),
                copy.path("spMetadataUrl").asText(""),
                String.join(", ", attributes),
                shown.path("provider").asText("NONE"),
                shown.path("metadataUrl").asText(""),
                shown.path("idpEntityId").asText(""),
                draft.path("version").asText(""),
                current.path("version").asText(""),
                shown.isObject());
    }

    /** One check of a verification. */
    public record Check(String title, String status, String expected, String received, String fixAt, String advice) {}

    /**
     * A verification as the page shows it.
     *
     * @param person who came back; empty when nobody did
     */
    public record Verification(String id, String status, List<Check> checks, String person, boolean linkable) {

        static Verification of(JsonNode verification) {
            var checks = new ArrayList<Check>();
            for (var check : verification.path("checks")) {
                checks.add(new Check(
                        check.path("title").asText(""),
                        check.path("status").asText(""),
                        check.path("expected").asText(""),
                        check.path("received").asText(""),
                        "IDP".equals(check.path("fixAt").asText("")) ? "at the provider" : "in the app",
                        check.path("advice").asText("")));
            }
            var identity = verification.path("identity");
            var person = identity.isObject()
                    ? "%s %s (saml_id %s)"
                            .formatted(
                                    identity.path("firstName").asText(""),
                                    identity.path("lastName").asText(""),
                                    identity.path("samlId").asText(""))
                    : "";
            return new Verification(
                    verification.path("id").asText(""),
                    verification.path("status").asText(""),
                    checks,
                    person,
                    verification.path("linkable").asBoolean());
        }
    }
}
