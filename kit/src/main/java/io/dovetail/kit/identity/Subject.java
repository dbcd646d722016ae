package io.dovetail.kit.identity;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.problem.CommonProblems;
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
    private final JsonWebToken token;
    private final ClientAddress clientAddress;

    Subject(JsonWebToken token, ClientAddress clientAddress) {
        this.token = token;
        this.clientAddress = clientAddress;
    }

    public UUID userId() {
        return required(token.getSubject());
    }

    public UUID companyId() {
        return required(token.getClaim("company"));
    }

    public UUID sessionId() {
        return required(token.getClaim("sid"));
    }

    public Instant issuedAt() {
        return Instant.ofEpochSecond(token.getIssuedAtTime());
    }

    public boolean isAdministrator() {
        return token.getGroups() != null && token.getGroups().contains(ADMINISTRATOR);
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
        return CONNECTION_ALONE.equals(token.getClaim("scope"));
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
