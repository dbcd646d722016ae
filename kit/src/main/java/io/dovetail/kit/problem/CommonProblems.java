package io.dovetail.kit.problem;

import java.time.Duration;
import java.util.UUID;

/** The problems that any call of any service can answer. */
public final class CommonProblems {
    private CommonProblems() {}

    public static Problem malformedJson(String where) {
        return Problem.of(
                "malformed-json",
                400,
                "The body is not the JSON that this call takes",
                "Send a JSON object as the API description says; the first difficulty is " + where + ".");
    }

    public static Problem invalidInput() {
        return Problem.of(
                "invalid-input",
                400,
                "Some fields do not fit",
                "Correct the fields listed in \"errors\" and send the request again; nothing was changed.");
    }

    public static Problem notAuthenticated() {
        return Problem.of(
                "not-authenticated",
                401,
                "Not signed in",
                "Send a valid access token as \"Authorization: Bearer …\"; get a new one by signing in or refreshing.");
    }

    public static Problem operatorKeyNeeded() {
        return Problem.of(
                "operator-key-needed",
                401,
                "This call is the operator's",
                "Send the operator key in the header X-Operator-Key.");
    }

    public static Problem forbidden() {
        return Problem.of(
                "forbidden",
                403,
                "Not allowed",
                "Your role does not allow this call; ask an administrator of your company.");
    }

    public static Problem notFound() {
        return Problem.of(
                "not-found",
                404,
                "Nothing is here",
                "Nothing is found at this address for your company; check the address and its identifiers.");
    }

    public static Problem tooLarge(long limit) {
        return Problem.of(
                "too-large",
                413,
                "The body is too large",
                "At most " + limit + " bytes are read at this address; send less.");
    }

    /** @param wait until a call is let through again */
    public static Problem tooManyRequests(Duration wait) {
        return retryLater(
                Problem.of(
                        "too-many-requests",
                        429,
                        "Too many requests came at once",
                        "Wait " + inWords(wait) + ", then try again; nothing was changed."),
                wait);
    }

    /** @param wait until a try is looked at again */
    public static Problem tooManyTries(Duration wait) {
        return retryLater(
                Problem.of(
                        "too-many-tries",
                        429,
                        "Too many tries",
                        "Wait " + inWords(wait) + ", then try again; nothing is lost."),
                wait);
    }

    public static Problem tryAgain() {
        return Problem.of(
                "try-again",
                503,
                "Not available at this moment",
                "Nothing was changed; send the same request again in a few seconds.");
    }

    public static Problem internalError(UUID requestId) {
        return Problem.of(
                        "internal-error",
                        500,
                        "Something failed on our side",
                        "Send the request again; if it keeps failing, tell the operator the requestId.")
                .with("requestId", requestId.toString());
    }

    /** The whole seconds to wait also go out as {@code Retry-After} (RFC 9110, section 10.2.3). */
    private static Problem retryLater(Problem problem, Duration wait) {
        return problem.with(Problem.RETRY_AFTER, seconds(wait));
    }

    private static String inWords(Duration wait) {
        var seconds = seconds(wait);
        if (seconds == 1) {
            return "a second";
        }
        return seconds < 120 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    }

    /** The problem for a status that the framework decided on (RFC 9110, section 15). */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> notAuthenticated();
            case 403 -> forbidden();
            case 404 -> notFound();
            case 405 ->
                Problem.of(
                        "method-not-allowed",
                        405,
                        "The method does not fit this address",
                        "Use a method that the API description names for this address.");
            case 406 ->
                Problem.of(
                        "not-acceptable",
                        406,
                        "No answer in the asked form",
                        "Ask for application/json or leave the Accept header out.");
            case 413 ->
                Problem.of(
                        "too-large",
                        413,
                        "The body is too large",
                        "The body or one of its fields is longer than this address takes; send less.");
            case 415 ->
                Problem.of(
                        "unsupported-media-type",
                        415,
                        "The body's media type does not fit",
                        "Send the Content-Type that the API description names, for most calls application/json.");
            default ->
                Problem.of(
                        "bad-request",
                        status,
                        "The request does not fit",
                        "Compare the request with the API description and send it again.");
        };
    }
}
