package io.dovetail.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What went wrong, what was expected and what to do next (RFC 9457).
 *
 * <p>{@code slug} names the page {@code contracts/problems/<slug>.md}; {@code detail} is written for whoever called.
 */
public record Problem(
        @JsonIgnore String slug,
        int status,
        String title,
        String detail,
        @JsonIgnore Map<String, Object> extensions) {

    /** The media type of RFC 9457, section 6.1. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The member that says after how many seconds to try again. */
    static final String RETRY_AFTER = "retryAfter";

    public Problem {
        extensions = Map.copyOf(extensions);
    }

    public static Problem of(String slug, int status, String title, String detail) {
        return new Problem(slug, status, title, detail, Map.of());
    }

    /** The same problem with one extension member more (RFC 9457, section 3.2). */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<String, Object>(extensions);
        more.put(member, value);
        return new Problem(slug, status, title, detail, more);
    }

    /** The same problem with one more sentence of what to do. */
    public Problem advising(String sentence) {
        return new Problem(slug, status, title, detail + " " + sentence, extensions);
    }

    /** A relative reference, as RFC 9457, section 3.1.1 allows. */
    @JsonProperty
    public String type() {
        return "/problems/" + slug;
    }

    @JsonAnyGetter
    Map<String, Object> members() {
        return extensions;
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    public ProblemException exception(Throwable cause) {
        return new ProblemException(this, cause);
    }
}
