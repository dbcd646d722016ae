package io.dovetail.sso.signin;

import java.util.UUID;

/** What a browser is sent to the provider for. */
sealed interface Errand {

    /** To come in. */
    record SignIn() implements Errand {}

    /** To test a version; it only reports. */
    record Verify(UUID verificationId) implements Errand {}

    /** To bind the account of a binding link to whoever comes back. */
    record Bind(UUID userId, UUID linkId, UUID source) implements Errand {
        static Bind of(Intent intent) {
            return new Bind(intent.userId(), intent.linkId(), intent.source());
        }
    }

    default Purpose purpose() {
        return this instanceof SignIn ? Purpose.SIGN_IN : this instanceof Verify ? Purpose.VERIFY : Purpose.BIND;
    }
}
