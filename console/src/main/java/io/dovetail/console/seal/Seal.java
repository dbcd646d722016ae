package io.dovetail.console.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.console.web.ConsoleConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.lang.JoseException;
import org.jose4j.zip.CompressionAlgorithmIdentifiers;

/**
 * Seals content into text that only the console can open (RFC 7516, {@code dir} and A256GCM).
 *
 * <p>The purpose stands in the protected header: what was sealed for one cookie is nothing in another.
 */
@ApplicationScoped
class Seal {
    private static final int KEY_BYTES = 32;

    private final ObjectMapper json;
    private final List<SecretKeySpec> keys;

    Seal(ConsoleConfig config, ObjectMapper json) {
        this.json = json;
        this.keys = config.console().cookieKeys().stream().map(Seal::key).toList();
    }

    /** Refuses to start with keys that could seal nothing. */
    void check(@Observes StartupEvent start) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("dovetail.console.cookie-keys needs at least one key");
        }
    }

    String seal(String purpose, Object content) {
        try {
            var jwe = encryption();
            jwe.setHeader(HeaderParameterNames.TYPE, purpose);
            jwe.setCompressionAlgorithmHeaderParameter(CompressionAlgorithmIdentifiers.DEFLATE);
            jwe.setKey(keys.get(0));
            jwe.setPayload(json.writeValueAsString(content));
            return jwe.getCompactSerialization();
        } catch (JoseException | JsonProcessingException failure) {
            throw new IllegalStateException("the content could not be sealed purpose=" + purpose, failure);
        }
    }

    <T> Optional<T> open(String purpose, Class<T> type, String sealed) {
        return keys.stream()
                .flatMap(key -> open(key, purpose, type, sealed).stream())
                .findFirst();
    }

    private <T> Optional<T> open(SecretKeySpec key, String purpose, Class<T> type, String sealed) {
        try {
            var jwe = encryption();
            jwe.setCompactSerialization(sealed);
            jwe.setKey(key);
            var content = json.readValue(jwe.getPayload(), type);
            return purpose.equals(jwe.getHeader(HeaderParameterNames.TYPE))
                    ? Optional.ofNullable(content)
                    : Optional.empty();
        } catch (JoseException | JsonProcessingException notWithThisKey) {
            return Optional.empty();
        }
    }

    private static SecretKeySpec key(String text) {
        var bytes = Base64.getUrlDecoder().decode(text.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("each of dovetail.console.cookie-keys is 32 bytes, base64url");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private static JsonWebEncryption encryption() {
        var jwe = new JsonWebEncryption();
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.setAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT));
        jwe.setContentEncryptionAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM));
        return jwe;
    }
}
