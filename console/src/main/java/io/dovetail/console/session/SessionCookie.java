package io.dovetail.console.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.console.web.ConsoleConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.jose4j.zip.CompressionAlgorithmIdentifiers;

/** The session, sealed into one cookie (RFC 7516, {@code dir} and A256GCM) that no script and no other site reads. */
@ApplicationScoped
public class SessionCookie {
    private static final int LONGEST = 4_000;

    private final ConsoleConfig config;
    private final ObjectMapper json;

    private final List<SecretKeySpec> keys;

    SessionCookie(ConsoleConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
        this.keys =
                config.console().cookieKeys().stream().map(SessionCookie::key).toList();
    }

    /** Refuses to start with keys that could seal nothing. */
    void check(@Observes StartupEvent start) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("dovetail.console.cookie-keys needs at least one key");
        }
    }

    public NewCookie seal(Session session) {
        try {
            var jwe = encryption();
            jwe.setCompressionAlgorithmHeaderParameter(CompressionAlgorithmIdentifiers.DEFLATE);
            jwe.setKey(keys.get(0));
            jwe.setPayload(json.writeValueAsString(session));
            var value = jwe.getCompactSerialization();
            if (value.length() > LONGEST) {
                throw new IllegalStateException("the session does not fit into a cookie");
            }
            return cookie(value, -1);
        } catch (JoseException | JsonProcessingException failure) {
            throw new IllegalStateException("the session could not be sealed", failure);
        }
    }

    /** Empty when there is none, or when it was sealed by nobody we know. */
    public Optional<Session> open(HttpHeaders headers) {
        var cookie = headers.getCookies().get(name());
        if (cookie == null || cookie.getValue().length() > LONGEST) {
            return Optional.empty();
        }
        for (var key : keys) {
            try {
                var jwe = encryption();
                jwe.setCompactSerialization(cookie.getValue());
                jwe.setKey(key);
                return Optional.of(json.readValue(jwe.getPayload(), Session.class));
            } catch (JoseException | JsonProcessingException notWithThisKey) {
                continue;
            }
        }
        return Optional.empty();
    }

    public NewCookie remove() {
        return cookie("", 0);
    }

    private String name() {
        return config.secure() ? "__Host-dovetail-session" : "dovetail-session";
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(config.secure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private static SecretKeySpec key(String text) {
        var bytes = Base64.getUrlDecoder().decode(text.strip());
        if (bytes.length != 32) {
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
