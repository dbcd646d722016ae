package io.dovetail.console.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A signed-in person's tokens and what the pages show of them; lives in the browser's cookie alone. */
public record Session(
        String accessToken,
        String refreshToken,
        long accessEnds,
        SignInMethod method,
        String companyId,
        String role,
        String firstName,
        String lastName,
        String email) {

    /** From what {@code POST /api/sessions} and {@code …/refresh} answer. */
    public static Session of(JsonNode answer, SignInMethod method, Instant now) {
        var user = answer.path("user");
        return new Session(
                answer.path("accessToken").asText(""),
                answer.path("refreshToken").asText(""),
                now.plusSeconds(answer.path("expiresIn").asLong()).getEpochSecond(),
                method,
                user.path("companyId").asText(""),
                user.path("role").asText(""),
                user.path("firstName").asText(""),
                user.path("lastName").asText(""),
                user.path("email").asText(""));
    }

    @JsonIgnore
    public boolean isAdministrator() {
        return "ADMIN".equals(role);
    }

    @JsonIgnore
    public boolean isThroughProvider() {
        return method == SignInMethod.SSO;
    }

    /** Whether a recovery code opened it: it is good for the settings of single sign-on and nothing else. */
    @JsonIgnore
    public boolean isForConnectionAlone() {
        return method == SignInMethod.RECOVERY;
    }

    /** Whether the access token ends within ten seconds. */
    boolean endsSoon(Instant now) {
        return now.getEpochSecond() >= accessEnds - 10;
    }

    /** Keeps tokens out of logs. */
    @Override
    public String toString() {
        return "session of company " + companyId;
    }
}
