package io.dovetail.kit.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.ProviderException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * Seals text so that one service alone opens it: JWE (RFC 7516) with {@code dir} and A256GCM.
 *
 * <p>Between two services this carries tickets; from a service to itself it keeps secrets in its database.
 */
@ApplicationScoped
public class Seals {
    private final TicketConfig config;

    Seals(TicketConfig config) {
        this.config = config;
    }

    /** @return the compact form, sealed with the pair's current key */
    public String seal(Pair pair, String content) {
        try {
            var jwe = encryption();
            jwe.setKey(keysOf(pair).get(0));
            jwe.setPayload(content);
            return jwe.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException("a seal could not be made", failure);
        }
    }

    /** The content; empty when none of the pair's keys opens it. */
    public Optional<String> open(Pair pair, String sealed) {
        return keysOf(pair).stream().flatMap(key -> open(key, sealed).stream()).findFirst();
    }

    /** Whether the pair's current key opens it; what only the previous one opens is to be sealed anew. */
    public boolean isCurrent(Pair pair, String sealed) {
        return open(keysOf(pair).get(0), sealed).isPresent();
    }

    private static Optional<String> open(SecretKeySpec key, String sealed) {
        try {
            var jwe = encryption();
            jwe.setCompactSerialization(sealed);
            jwe.setKey(key);
            return Optional.of(jwe.getPayload());
        } catch (JoseException | ProviderException notWithThisKey) {
            return Optional.empty();
        }
    }

    private List<SecretKeySpec> keysOf(Pair pair) {
        var configured = config.keys().get(pair.name());
        if (configured == null) {
            throw new NoSuchElementException(
                    "no ticket keys: set dovetail.tickets.keys.\"" + pair.name() + "\".current");
        }
        var keys = new ArrayList<SecretKeySpec>();
        keys.add(key(configured.current()));
        configured.previous().ifPresent(previous -> keys.add(key(previous)));
        return keys;
    }

    private static SecretKeySpec key(String base64url) {
        return new SecretKeySpec(Base64.getUrlDecoder().decode(base64url), "AES");
    }

    private static JsonWebEncryption encryption() {
        var jwe = new JsonWebEncryption();
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.setAlgorithmConstraints(new AlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT));
        jwe.setContentEncryptionAlgorithmConstraints(new AlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM));
        return jwe;
    }
}
