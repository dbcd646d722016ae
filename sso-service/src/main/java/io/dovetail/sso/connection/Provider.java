package io.dovetail.sso.connection;

import java.util.List;

/** The presets: what a provider calls the attributes that we ask for, and where its guide stands. */
public enum Provider {
    NONE("Plain SAML 2.0", "docs/guides/README.md", List.of("first_name", "last_name", "saml_id")),
    JUMPCLOUD("JumpCloud", "docs/guides/jumpcloud.md", List.of("firstname", "lastname", "username"));

    private final String title;
    private final String guide;
    private final List<String> fields;

    Provider(String title, String guide, List<String> fields) {
        this.title = title;
        this.guide = guide;
        this.fields = fields;
    }

    /** As the administrator's page and {@code GET /api/sso/providers} show it. */
    public record Preset(String id, String title, String guide, List<String> fields) {}

    Preset preset() {
        return new Preset(name(), title, guide, fields);
    }
}
