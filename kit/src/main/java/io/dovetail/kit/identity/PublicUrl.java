package io.dovetail.kit.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one origin that the browser sees; every address we hand out is built from it, never from a Host header. */
@ApplicationScoped
public class PublicUrl {
    private final URI uri;

    public PublicUrl(@ConfigProperty(name = "dovetail.public-url") URI uri) {
        var hasMore = uri.getRawQuery() != null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || !(uri.getRawPath() == null || uri.getRawPath().isEmpty() || "/".equals(uri.getRawPath()));
        if (!("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) || uri.getHost() == null || hasMore) {
            throw new IllegalArgumentException(
                    "dovetail.public-url must be an origin such as https://app.example.com, without a path; it is "
                            + uri);
        }
        this.uri = URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    public URI uri() {
        return uri;
    }

    /** Scheme, host and port, without a slash at the end. */
    public String origin() {
        return uri.toString();
    }

    /** The address of a path, which begins with a slash. */
    public String resolve(String path) {
        return origin() + path;
    }

    public boolean secure() {
        return "https".equals(uri.getScheme());
    }
}
