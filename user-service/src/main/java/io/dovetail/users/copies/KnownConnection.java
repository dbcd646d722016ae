package io.dovetail.users.copies;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A company's connection as far as this service has heard.
 *
 * @param source which provider's identities count; null while single sign-on was never on
 */
public record KnownConnection(
        UUID companyId,
        long revision,
        State state,
        @Nullable UUID source) {

    /** How far single sign-on is (design.md, section 4). */
    @Schema(name = "SingleSignOnState")
    public enum State {
        OFF,
        ON_TRIAL,
        ON;

        public boolean isOn() {
            return this != OFF;
        }
    }
}
