package io.dovetail.kit.identity;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.kit.token.Ended;
import io.dovetail.kit.token.EndedTokens;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The person and company that the access token speaks for; the only place where tenancy is decided. */
@RequestScoped
public class Subject {
    private static final String ADMINISTRATOR = "ADMIN";
    private static final String CONNECTION_ALONE = "connection";
    private static final String ISSUED_MILLIS = "iat_ms";

    private final JsonWebToken token;
    private final EndedTokens endedTokens;
    private final ClientAddress clientAddress;
    private boolean isGood;

    Subject(JsonWebToken token, EndedTokens endedTokens, ClientAddress clientAddress) {
        this.token = token;
        this.endedTokens = endedTokens;
        this.clientAddress = clientAddress;
    }

    public UUID userId() {
        return required(good().getSubject());
    }

    public UUID companyId() {
        return required(good().getClaim("company"));
    }

    public UUID sessionId() {
        return required(good().getClaim("sid"));
    }

    public boolean isAdministrator() {
        return good().getGroups() != null && good().getGroups().contains(ADMINISTRATOR);
    }

    /** The person, and from where they call. */
    public Actor actor() {
        return Actor.user(userId()).from(clientAddress.find().orElse(null));
    }

    /**
     * The company of the path, which must be the token's.
     *
     * @throws io.dovetail.kit.problem.ProblemException not-found, the same for a company that does not exist
     */
    public UUID requireCompany(String pathCompany) {
        var company = requireSameCompany(pathCompany);
        if (isForTheConnectionAlone()) {
            throw CommonProblems.forbidden().exception();
        }
        return company;
    }

    /** The company of the path, whose administrator must be calling. */
    public UUID requireAdministrator(String pathCompany) {
        var company = requireCompany(pathCompany);
        if (!isAdministrator()) {
            throw CommonProblems.forbidden().exception();
        }
        return company;
    }

    /**
     * The company of the path, whose administrator must be calling, in a session of any kind: one that a recovery code
     * opened counts for the connection alone.
     */
    public UUID requireConnectionAdministrator(String pathCompany) {
        return isForTheConnectionAlone() ? requireSameCompany(pathCompany) : requireAdministrator(pathCompany);
    }

    /** Whether a recovery code opened this session: no group, scope {@code connection}. */
    public boolean isForTheConnectionAlone() {
        return CONNECTION_ALONE.equals(good().getClaim("scope"));
    }

    /** The token, unless its session ended before its time. */
    private JsonWebToken good() {
        if (!isGood) {
            var presented = new Ended.Presented(
                    required(token.getClaim("company")),
                    required(token.getSubject()),
                    required(token.getClaim("sid")),
                    issuedAtTheLatest());
            if (endedTokens.include(presented)) {
                throw CommonProblems.notAuthenticated().exception();
            }
            isGood = true;
        }
        return token;
    }

    /** {@code iat} tells the second; without the milliseconds beside it the token may be of that second's very end. */
    private Instant issuedAtTheLatest() {
        var millis = token.<@Nullable Object>getClaim(ISSUED_MILLIS);
        return millis == null
                ? Instant.ofEpochSecond(token.getIssuedAtTime() + 1).minusMillis(1)
                : Instant.ofEpochMilli(Long.parseLong(millis.toString()));
    }

    private UUID requireSameCompany(String pathCompany) {
        var company = companyId();
        if (!company.toString().equals(pathCompany)) {
            throw CommonProblems.notFound().exception();
        }
        return company;
    }

    private static UUID required(@Nullable String id) {
        try {
            return UUID.fromString(id == null ? "" : id);
        } catch (IllegalArgumentException notAnId) {
            throw CommonProblems.notAuthenticated().exception(notAnId);
        }
    }
}
