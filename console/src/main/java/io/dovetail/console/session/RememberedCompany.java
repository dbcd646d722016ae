package io.dovetail.console.session;

import io.dovetail.console.seal.SealedCookies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The company at whose provider this browser was led to last, so that a page can lead there again. */
@ApplicationScoped
public class RememberedCompany {
    private static final String COOKIE = "dovetail-company";
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern LOGIN = Pattern.compile("/auth/saml/(" + ID + ")/login(?:\\?.*)?");

    private final SealedCookies cookies;

    RememberedCompany(SealedCookies cookies) {
        this.cookies = cookies;
    }

    /** What the cookie holds. */
    record Company(String id) {}

    /**
     * The cookie to set when the browser is led to a company's provider.
     *
     * @return one, or none when the path leads to no provider
     */
    public NewCookie[] of(String path) {
        var login = LOGIN.matcher(path);
        return login.matches()
                ? new NewCookie[] {cookies.create(COOKIE, new Company(login.group(1)), LIFE)}
                : new NewCookie[0];
    }

    /** Where this browser signs in at its provider; empty when it is not known which provider that is. */
    public Optional<String> findLogin(HttpHeaders headers) {
        return findLogin(headers, "");
    }

    /**
     * Where this browser signs in at its provider as somebody else; empty when it is not known which provider that is.
     *
     * @param told the company as a service named it; empty when none did
     */
    public Optional<String> findOtherAccount(HttpHeaders headers, String told) {
        return findLogin(headers, told).map(login -> login + "?again=1");
    }

    private Optional<String> findLogin(HttpHeaders headers, String told) {
        return Optional.of(told)
                .filter(id -> !id.isEmpty())
                .or(() -> cookies.find(headers, COOKIE, Company.class).map(Company::id))
                .filter(id -> ID.matcher(id).matches())
                .map(id -> "/auth/saml/" + id + "/login");
    }
}
