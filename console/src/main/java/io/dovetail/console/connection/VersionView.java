package io.dovetail.console.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.web.UtcTime;
import java.util.ArrayList;
import java.util.List;

/** One saved version of a connection. */
public record VersionView(String version, String savedAt, String idpEntityId, String ssoUrl, String metadataUrl) {

    static List<VersionView> of(JsonNode page) {
        var versions = new ArrayList<VersionView>();
        for (var version : page.path("items")) {
            versions.add(new VersionView(
                    text(version, "version"),
                    UtcTime.inWords(text(version, "savedAt")),
                    text(version, "idpEntityId"),
                    text(version, "ssoUrl"),
                    text(version, "metadataUrl")));
        }
        return versions;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
