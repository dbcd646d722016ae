package io.dovetail.sso.saml.response;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Keys of elliptic curves as BouncyCastle reads them, which verifies P-256 ten times as fast as the JDK's own provider.
 *
 * <p>Of a key of the JDK's making it would not know that its curve is one with short cuts; and of its own it remembers
 * what it has computed, hence the thousand that were used last are kept. They are a reading of what they are asked for
 * and nothing else: what is trusted is decided elsewhere.
 */
final class CurveKeys {
    /** Registered nowhere, so that nobody else gets it. */
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final int MOST = 1_000;

    private static final Map<PublicKey, PublicKey> READ =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<PublicKey, PublicKey> eldest) {
                    return size() > MOST;
                }
            });

    private CurveKeys() {}

    static PublicKey of(PublicKey key) throws GeneralSecurityException {
        var known = READ.get(key);
        if (known != null) {
            return known;
        }
        var read = KeyFactory.getInstance("EC", PROVIDER).generatePublic(new X509EncodedKeySpec(key.getEncoded()));
        READ.put(key, read);
        return read;
    }
}
