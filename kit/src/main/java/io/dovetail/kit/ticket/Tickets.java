package io.dovetail.kit.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.identity.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Seals and opens tickets: one audience, one purpose, a short life.
 *
 * <p>Sealing and opening touch no database; {@link #spend} makes a ticket good for one use only.
 */
@ApplicationScoped
public class Tickets {
    private static final int LONGEST = 16_384;
    private static final String PURPOSE = "purpose";
    private static final String CLAIMS = "claims";

    private final Seals seals;
    private final ObjectMapper json;
    private final Clock clock;
    private final DataSource database;

    Tickets(Seals seals, ObjectMapper json, Clock clock, DataSource database) {
        this.seals = seals;
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
            return seals.seal(pair, content.toJson());
        } catch (JsonProcessingException failure) {
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
        var content = ticket.length() <= LONGEST ? seals.open(pair, ticket) : Optional.<String>empty();
        try {
            return JwtClaims.parse(
                    content.orElseThrow(() -> TicketProblems.invalid().exception()));
        } catch (InvalidJwtException malformed) {
            throw TicketProblems.invalid().exception(malformed);
        }
    }
}
