package io.dovetail.sso.spkey;

import io.dovetail.kit.problem.Problem;
import java.time.Instant;

/** What a rotation of our keys can be refused for. */
final class SpKeyProblems {
    private SpKeyProblems() {}

    static Problem noKeyYet() {
        return Problem.of(
                "no-key-yet",
                409,
                "There is no key to replace",
                "The first one is made when a draft that signs requests, or offers encryption, is saved.");
    }

    static Problem underWay() {
        return Problem.of(
                "rotation-under-way",
                409,
                "The next key is there already",
                "Load our metadata at the provider, then activate the next key; or drop it and begin again.");
    }

    /** @param end until when the key before the active one decrypts */
    static Problem previousInUse(Instant end) {
        return Problem.of(
                        "previous-key-in-use",
                        409,
                        "The key before the active one is still in use",
                        "Nothing was changed. Your provider may still encrypt to it, so that it stays for seven days"
                                + " after it was replaced. Activate the next key after " + end + ".")
                .with("after", end.toString());
    }

    static Problem noRotation() {
        return Problem.of(
                "no-rotation",
                409,
                "There is no next key",
                "Nothing was changed. Add the next key first, and let the provider load our metadata.");
    }
}
