package io.dovetail.bindings.copies;

import java.util.Objects;

/** Said inside this process, in the same transaction, when a connection's copy became newer. */
public record ConnectionHeardOf(KnownConnection before, KnownConnection now) {

    /** Whether anybody may be owed something else since: the end of a trial, for one, changes nothing here. */
    public boolean changesWhatIsOwed() {
        return before.isOn() != now.isOn()
                || before.switchOver() != now.switchOver()
                || !Objects.equals(before.source(), now.source());
    }
}
