package io.dovetail.bindings.copies;

import io.dovetail.kit.event.Actor;
import java.util.Objects;

/**
 * Said inside this process, in the same transaction, when a connection's copy became newer.
 *
 * @param actor who changed the connection
 */
public record ConnectionHeardOf(KnownConnection before, KnownConnection now, Actor actor) {

    /** Whether anybody may be owed something else since: the end of a trial, for one, changes nothing here. */
    public boolean changesWhatIsOwed() {
        return before.isOn() != now.isOn()
                || before.switchOver() != now.switchOver()
                || !Objects.equals(before.source(), now.source());
    }

    /** Whether links that are sent before Enable are for another draft since, or for none. */
    public boolean changesWhatIsPrepared() {
        return !now.isOn() && !Objects.equals(before.readySource(), now.readySource());
    }
}
