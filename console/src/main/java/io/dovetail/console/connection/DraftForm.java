package io.dovetail.console.connection;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What stands in the form of a draft: what was typed, or what is saved. Everything is text; an empty one is left out.
 *
 * @param samePeople said anew with each change of the provider, and so never kept
 * @param metadataEntityId which of several providers is meant, as it was chosen: not a space less, for they are
 *     compared exactly
 */
public record DraftForm(
        String provider,
        String metadataUrl,
        String metadataXml,
        String firstName,
        String lastName,
        String samlId,
        String clockSkewSeconds,
        String idpInitiated,
        String requiredSignature,
        String ownEntityId,
        boolean refusesExpired,
        boolean signRequests,
        boolean encryptAssertions,
        boolean samePeople,
        String metadataEntityId) {

    static DraftForm typed(MultivaluedMap<String, String> form) {
        return new DraftForm(
                text(form, "provider"),
                text(form, "metadataUrl"),
                text(form, "metadataXml"),
                text(form, "firstName"),
                text(form, "lastName"),
                text(form, "samlId"),
                text(form, "clockSkewSeconds"),
                text(form, "idpInitiated"),
                text(form, "requiredSignature"),
                text(form, "ownEntityId"),
                form.containsKey("refusesExpired"),
                form.containsKey("signRequests"),
                form.containsKey("encryptAssertions"),
                form.containsKey("samePeople"),
                Objects.requireNonNullElse(form.getFirst("metadataEntityId"), ""));
    }

    /** The same with what a file holds, in place of what was pasted. */
    DraftForm withMetadata(String xml) {
        return new DraftForm(
                provider,
                metadataUrl,
                xml.strip(),
                firstName,
                lastName,
                samlId,
                clockSkewSeconds,
                idpInitiated,
                requiredSignature,
                ownEntityId,
                refusesExpired,
                signRequests,
                encryptAssertions,
                samePeople,
                metadataEntityId);
    }

    /** @param version as the service answers it */
    static DraftForm saved(JsonNode version) {
        var attributes = version.path("attributes");
        return new DraftForm(
                version.path("provider").asText("NONE"),
                text(version, "metadataUrl"),
                "",
                text(attributes, "first_name"),
                text(attributes, "last_name"),
                text(attributes, "saml_id"),
                text(version, "clockSkewSeconds"),
                text(version, "idpInitiated"),
                text(version, "requiredSignature"),
                text(version, "ownEntityId"),
                text(version, "expiredCertificates").equals("REFUSE"),
                version.path("signRequests").asBoolean(),
                version.path("encryptAssertions").asBoolean(),
                false,
                "");
    }

    /** Which of several providers stands chosen: the one chosen before, else the one that is saved. */
    public String chosenEntity(String saved) {
        return metadataEntityId.isEmpty() ? saved : metadataEntityId;
    }

    boolean hasMetadata() {
        return !metadataUrl.isEmpty() || !metadataXml.isEmpty();
    }

    /** The call's body. What is pasted wins over an address that may still stand there from the last time. */
    Map<String, Object> body() {
        var draft = new TreeMap<String, Object>();
        putText(draft, "provider", provider);
        if (clockSkewSeconds.matches("\\d{1,6}")) {
            draft.put("clockSkewSeconds", Integer.valueOf(clockSkewSeconds));
        } else {
            putText(draft, "clockSkewSeconds", clockSkewSeconds);
        }
        putText(draft, "idpInitiated", idpInitiated);
        putText(draft, "requiredSignature", requiredSignature);
        putText(draft, "ownEntityId", ownEntityId);
        putText(
                draft,
                metadataXml.isEmpty() ? "metadataUrl" : "metadataXml",
                metadataXml.isEmpty() ? metadataUrl : metadataXml);
        var attributes = Map.of("first_name", firstName, "last_name", lastName, "saml_id", samlId).entrySet().stream()
                .filter(name -> !name.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
        if (!attributes.isEmpty()) {
            draft.put("attributes", attributes);
        }
        if (refusesExpired) {
            draft.put("expiredCertificates", "REFUSE");
        }
        if (signRequests) {
            draft.put("signRequests", true);
        }
        if (encryptAssertions) {
            draft.put("encryptAssertions", true);
        }
        if (samePeople) {
            draft.put("samePeople", true);
        }
        putText(draft, "metadataEntityId", metadataEntityId);
        return draft;
    }

    private static void putText(Map<String, Object> draft, String name, String text) {
        if (!text.isEmpty()) {
            draft.put(name, text);
        }
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        var value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
