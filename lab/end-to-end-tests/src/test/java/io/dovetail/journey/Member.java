package io.dovetail.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;

/** Somebody of a company with a browser of their own, whose frontend uses the REST calls alone. */
final class Member {
    private final Stack stack;
    final String username;
    final String email;
    final FormBrowser browser;

    Member(Stack stack, String username, String domain) {
        this.stack = stack;
        this.username = username;
        this.email = username + "@" + domain;
        this.browser = FormBrowser.ofFrontend(stack.publicUrl());
    }

    /** While single sign-on is off: name and password by the invitation's link. */
    void acceptInvitation() {
        var token = token(stack.awaitLink(email, "/invitation/"));
        stack.api()
                .post(
                        "/api/invitations/" + token + "/accept",
                        Map.of("firstName", "Member", "lastName", username, "password", Company.PASSWORD))
                .expect(204);
    }

    /** From the newest binding link to an open session. */
    Api.Answer bind(Provider provider) {
        return open(bindTicket(provider, startBinding(stack.awaitLink(email, "/bind/"))));
    }

    /** The address at which the sign-in that binds begins. */
    String startBinding(String link) {
        var path = "/api/binding-links/" + token(link);
        stack.api().get(path).expect(200);
        var started = mine().post(path + "/start", "{}").expect(200).json();
        return stack.publicUrl() + started.get("redirectTo").asText();
    }

    /** Through the provider, to the ticket for binding-service. */
    String bindTicket(Provider provider, String loginAddress) {
        var end = provider.logIn(username, browser, browser.open(loginAddress));
        var query = ticketOf(end);
        if (!query.contains("bind=true")) {
            throw new AssertionError("not a binding: " + end);
        }
        return ticket(query);
    }

    /** Has the binding made, without opening a session. */
    Api.Answer postBinding(String ticket) {
        return postBinding(stack.api(), ticket);
    }

    /** At one of several replicas. */
    Api.Answer postBinding(Api service, String ticket) {
        return service.with("Cookie", browser.cookies(stack.publicUrl()))
                .post("/api/bindings", Map.of("ticket", ticket));
    }

    /** What came of it at the end of a sign-in: a session, or none. */
    boolean present(Page end) {
        return "/auth/complete".equals(end.address().getPath())
                && mine().post("/api/sessions", Map.of("ticket", ticket(ticketOf(end))))
                                .status()
                        == 201;
    }

    private Api.Answer open(String bindTicket) {
        var bound = postBinding(bindTicket).expect(200).json();
        return mine().post("/api/sessions", Map.of("ticket", bound.get("ticket").asText()));
    }

    /** From the address alone, through the provider, to an open session. */
    Api.Answer signIn(Provider provider) {
        var way = wayIn();
        if (!"SSO".equals(way.get("method").asText())) {
            throw new AssertionError("not through the provider: " + way);
        }
        var start = stack.publicUrl() + way.get("redirectTo").asText();
        return mine().post("/api/sessions", Map.of("ticket", ticket(ticketOf(signInThrough(provider, start)))));
    }

    Page signInThrough(Provider provider, String start) {
        return provider.logIn(username, browser, browser.open(start));
    }

    JsonNode wayIn() {
        return stack.api()
                .post("/api/sign-in", Map.of("email", email))
                .expect(200)
                .json();
    }

    void createPassword(String link) {
        stack.api()
                .post("/api/password-resets/" + token(link), Map.of("password", Company.PASSWORD))
                .expect(204);
    }

    Api.Answer signInWithPassword() {
        return stack.api().post("/api/sessions", Map.of("email", email, "password", Company.PASSWORD));
    }

    private Api mine() {
        return stack.api().with("Cookie", browser.cookies(stack.publicUrl()));
    }

    static String token(String link) {
        var path = URI.create(link).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String ticketOf(Page page) {
        if (!"/auth/complete".equals(page.address().getPath())) {
            throw new AssertionError("no ticket came: " + page);
        }
        return page.address().getRawQuery();
    }

    private static String ticket(String query) {
        for (var pair : query.split("&")) {
            if (pair.startsWith("ticket=")) {
                return java.net.URLDecoder.decode(pair.substring(7), java.nio.charset.StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no ticket in " + query);
    }
}
