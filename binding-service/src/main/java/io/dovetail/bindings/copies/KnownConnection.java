package io.dovetail.bindings.copies;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company's connection as far as this service has heard.
 *
 * @param source whose identities count; null while single sign-on was never on
 * @param switchOver how often single sign-on was switched so far
 * @param settledSwitchOver the last Enable whose trial was ended by a session; later ones were undone, or are on trial
 * @param readySource the verified draft's source, for which links may be sent before Enable
 */
public record KnownConnection(
        UUID companyId,
        String state,
        String provider,
        @Nullable UUID source,
        int switchOver,
        int settledSwitchOver,
        @Nullable UUID readySource) {

    /** Of a company whose connection nobody told of. */
    static KnownConnection none(UUID company) {
        return new KnownConnection(company, "OFF", "NONE", null, 0, 0, null);
    }

    public boolean isOn() {
        return !state.equals("OFF");
    }
}
