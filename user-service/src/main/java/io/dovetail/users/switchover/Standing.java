package io.dovetail.users.switchover;

import io.dovetail.users.copies.KnownConnection;
import java.util.UUID;

/**
 * Where a company stands between passwords and single sign-on.
 *
 * @param switchOver how often it was switched on or off
 * @param settled the Enable whose trial was ended last: passwords and links of an older one are void
 */
public record Standing(UUID companyId, KnownConnection.State state, long switchOver, long settled) {
    static Standing before(UUID companyId) {
        return new Standing(companyId, KnownConnection.State.OFF, 0, 0);
    }

    public boolean passwordsWork() {
        return !state.isOn();
    }

    /** Whether a password or link that was made then is still good as far as switch-overs go. */
    public boolean admits(long settledThen) {
        return settledThen >= settled;
    }
}
