package io.dovetail.sso.connection;

import java.net.URI;
import java.util.UUID;

/**
 * One version of a company's connection, as a sign-in uses it; {@link Connections#trust} reads what an answer is held
 * against.
 *
 * @param revision of the connection's state, for those who keep copies of it
 */
public record UsableConnection(
        UUID companyId,
        int version,
        long revision,
        SingleSignOn state,
        UUID source,
        URI ssoUrl,
        boolean sendsByRedirect,
        IdpInitiated idpInitiated,
        boolean signsRequests,
        String spEntityId,
        String acsUrl) {}
