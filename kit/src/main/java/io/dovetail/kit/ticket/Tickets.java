package io.dovetail.kit.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.identity.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.ProviderException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/**
 * Seals and opens tickets: JWE (RFC 7516) with {@code dir} and A256GCM, one audience, one purpose, a short life.
 *
 * <p>Sealing and opening touch no database; {@link #spend} makes a ticket good for one use only.
 */
@ApplicationScoped
public class Tickets {
    private static final int LONGEST = 16_384;
    private static final String PURPOSE = "purpose";
    private static final String CLAIMS = "claims";

    private final TicketConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final DataSource database;

    Tickets(TicketConfig config, ObjectMapper json, Clock clock, DataSource database) {
        this.config = config;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.clock = clock;
        this.database = database;
    }

    /** @return the compact form; it may travel through a browser or Kafka */
    public String seal(Pair pair, String purpose, Object claims, Duration life) {
        try {
            var now = clock.instant();
            var content = new JwtClaims();
            content.setJwtId(Secrets.newToken());
            content.setIssuer(pair.from());
            content.setAudience(pair.to());
            content.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
            content.setExpirationTime(NumericDate.fromSeconds(now.plus(life).getEpochSecond()));
            content.setStringClaim(PURPOSE, purpose);
            content.setStringClaim(CLAIMS, json.writeValueAsString(claims));
            var jwe = encryption();
            jwe.setKey(keysOf(pair).get(0));
            jwe.setPayload(content.toJson());
            return jwe.getCompactSerialization();
        } catch (JoseException | JsonProcessingException failure) {
            throw new IllegalStateException("a ticket could not be sealed", failure);
        }
    }

    /**
     * Opens what was sealed by this pair for this purpose.
     *
     * @throws io.dovetail.kit.problem.ProblemException ticket-invalid or ticket-expired, saying no more than that
     */
    public <T> Opened<T> open(Pair pair, String purpose, Class<T> claimsType, String ticket) {
        var content = decrypt(pair, ticket);
        try {
            if (!content.getAudience().equals(List.of(pair.to()))
                    || !pair.from().equals(content.getIssuer())
                    || !purpose.equals(content.getStringClaimValue(PURPOSE))) {
                throw TicketProblems.invalid().exception();
            }
            var expires =
                    java.time.Instant.ofEpochSecond(content.getExpirationTime().getValue());
            if (!clock.instant().isBefore(expires)) {
                throw TicketProblems.expired().exception();
            }
            return new Opened<>(
                    content.getJwtId(), expires, json.readValue(content.getStringClaimValue(CLAIMS), claimsType));
        } catch (MalformedClaimException | JsonProcessingException | NullPointerException malformed) {
            throw TicketProblems.invalid().exception(malformed);
        }
    }

    /**
     * Spends the ticket in the caller's transaction.
     *
     * @throws io.dovetail.kit.problem.ProblemException ticket-already-used
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void spend(Opened<?> ticket) {
        var sql = "insert into spent_ticket (id, expires_at) values (?, ?) on conflict do nothing";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setString(1, Secrets.sha256(ticket.id()));
            insert.setObject(2, OffsetDateTime.ofInstant(ticket.expires(), ZoneOffset.UTC));
            if (insert.executeUpdate() == 0) {
                throw TicketProblems.alreadyUsed().exception();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the spent tickets could not be written", failure);
        }
    }

    private JwtClaims decrypt(Pair pair, String ticket) {
        if (ticket.length() <= LONGEST) {
            for (var key : keysOf(pair)) {
                try {
                    var jwe = encryption();
                    jwe.setCompactSerialization(ticket);
                    jwe.setKey(key);
                    return JwtClaims.parse(jwe.getPayload());
                } catch (JoseException | InvalidJwtException | ProviderException notWithThisKey) {
                    // the other key of a rotation may open it
                }
            }
        }
        throw TicketProblems.invalid().exception();
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
