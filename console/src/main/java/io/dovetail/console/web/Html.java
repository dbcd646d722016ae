package io.dovetail.console.web;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pages and redirects with the headers that keep them to this origin. */
@ApplicationScoped
public class Html {
    static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final Pattern OWN_PATH =
            Pattern.compile("/(?![/\\\\])(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*+");
    /** Escaped control characters, back slashes and double slashes: some proxy may unescape them. */
    private static final Pattern HIDDEN = Pattern.compile("(?i)%(0[0-9a-f]|1[0-9a-f]|7f|5c|2f%2f)|^/%2f");

    private static final int LONGEST_PATH = 1_000;

    private final ConsoleConfig config;

    Html(ConsoleConfig config) {
        this.config = config;
    }

    /** A page whose forms end on this origin. */
    public Response page(int status, TemplateInstance page) {
        return respond(status, page, POLICY + "; form-action 'self'");
    }

    /** A page with a form whose redirects end at the provider: Chrome checks form-action on redirects too. */
    public Response pageThatLeads(int status, TemplateInstance page) {
        return respond(status, page, POLICY);
    }

    public Response seeOther(String path, NewCookie... cookies) {
        return Response.seeOther(config.publicUrl().resolve(path))
                .header("Cache-Control", "no-store")
                .cookie(cookies)
                .build();
    }

    /** The path if it is one of this origin, else the home page (security.md G1). */
    public static String ownPath(@Nullable String given) {
        return given != null
                        && given.length() <= LONGEST_PATH
                        && OWN_PATH.matcher(given).matches()
                        && !HIDDEN.matcher(given).find()
                ? given
                : "/";
    }

    /** As the value of a query parameter; in templates {@code text.encode}. */
    @TemplateExtension
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Response respond(int status, TemplateInstance page, String policy) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Security-Policy", policy)
                .header("Cache-Control", "no-store")
                .entity(page.render())
                .build();
    }
}
