package io.dovetail.sso.spkey;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keys of ours that were opened a while ago: a sign-in opens none of them anew.
 *
 * <p>By the sealed text, so that a key sealed anew is another one; those that were not asked for the longest go first.
 */
@ApplicationScoped
class OpenedKeys {
    private static final int MOST = 1_000;

    private final MakeSpKey makeSpKey;

    private final Map<String, PrivateKey> opened = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PrivateKey> eldest) {
            return size() > MOST;
        }
    });

    OpenedKeys(MakeSpKey makeSpKey) {
        this.makeSpKey = makeSpKey;
    }

    /** Empty if it does not open. */
    Optional<PrivateKey> find(SpKey key) {
        var known = opened.get(key.sealedKey());
        if (known != null) {
            return Optional.of(known);
        }
        var fresh = makeSpKey.findOpened(key).map(credential -> credential.privateKey());
        fresh.ifPresent(privateKey -> opened.put(key.sealedKey(), privateKey));
        return fresh;
    }
}
