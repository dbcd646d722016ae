package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** The journey in the order in which an administrator meets it, with a company of any size, by REST alone. */
final class TenSteps {
    private static final int SIGN_IN_AGAIN = 20;
    private final Stack stack;
    private final Provider provider;
    private final Company company;
    private final FormBrowser browser = new FormBrowser();
    private Api administrator;
    private Crowd crowd = new Crowd(List.of());

    TenSteps(Stack stack, Provider provider) {
        this.stack = stack;
        this.provider = provider;
        this.company = Company.registered(stack);
        this.administrator = company.administrator();
    }

    Company company() {
        return company;
    }

    void walk(int people) {
        gather(people - 1);
        isEntitled();
        chooses();
        var metadata = downloads();
        save(connects(metadata));
        verifies();
        enables();
        everybodyBinds();
        seesWhoIsBound();
        var newcomer = invitesOneMore();
        disables(newcomer);
    }

    /** People who are there before: invited while single sign-on is off, in by a password. */
    private void gather(int members) {
        crowd = Crowd.invited(stack, company, administrator, provider, members);
        crowd.each(Member::acceptInvitation);
        provider.assign(Company.ADMINISTRATOR, "Ada", "Lovelace");
    }

    /** Step 0: without the entitlement nothing can be saved, and only administrators see the settings. */
    private void isEntitled() {
        Eventually.until(
                "the company at sso-service",
                () -> administrator.get("/api/sso/" + company.id).status() == 200);
        entitle("NOT_ALLOWED");
        Eventually.until(
                "not entitled",
                () -> administrator.get("/api/sso/" + company.id).status() == 403);
        entitle("ALLOWED");
        Eventually.until(
                "entitled", () -> administrator.get("/api/sso/" + company.id).status() == 200);
        var member = crowd.one(1).signInWithPassword().expect(201).json();
        var asMember = stack.api().bearing(member.get("accessToken").asText());
        asMember.get("/api/sso/" + company.id).expect(403);
        asMember.get("/api/users/" + company.id).expect(403);
    }

    private void entitle(String singleSignOn) {
        stack.operator()
                .patch("/api/companies/" + company.id, Map.of("singleSignOn", singleSignOn))
                .expect(200);
    }

    /** Step 1: the presets, None among them, and what to copy to the provider. */
    private void chooses() {
        var providers = stack.api().get("/api/sso/providers").expect(200).json();
        assertTrue(providers.toString().contains("\"NONE\""), providers.toString());
        assertEquals(company.id, settings().get("copy").get("companyId").asText());
    }

    /** Step 2. */
    private String downloads() {
        var metadata = stack.api().get("/auth/saml/" + company.id + "/metadata").expect(200);
        assertTrue(
                metadata.response().headers().firstValue("Content-Disposition").isPresent());
        return metadata.response().body();
    }

    /** Step 3. */
    private String connects(String spMetadata) {
        return provider.connect(company.id, spMetadata);
    }

    private void save(String metadataUrl) {
        administrator
                .put("/api/sso/" + company.id, Map.of("provider", "NONE", "metadataUrl", metadataUrl))
                .expect(200);
    }

    /** Step 4: a real sign-in that only reports, and the administrator's own account linked. */
    private void verifies() {
        var verification = company.verify(administrator, provider, browser);
        assertEquals("PASSED", verification.get("status").asText(), verification.toPrettyString());
        company.link(administrator, browser, verification.get("id").asText());
    }

    /** Steps 5 and 6: passwords are off, who tries one is mailed the way in, and everybody else a link. */
    private void enables() {
        var codes = company.enable(administrator).get("recoveryCodes");
        assertEquals(8, codes.size());
        Eventually.until(
                "passwords are off", () -> crowd.one(1).signInWithPassword().status() == 401);
        stack.awaitLink(crowd.one(1).email, "/auth/saml/");
        crowd.each(member -> stack.awaitLink(member.email, "/bind/"));
        assertTrue(stack.links(company.email, "/bind/").isEmpty(), "the administrator is bound already");
        assertTrue(
                crowd.members().stream()
                        .allMatch(member -> stack.links(member.email, "/bind/").size() == 1),
                "one link each");
    }

    private void everybodyBinds() {
        crowd.each(member -> {
            var opened = member.bind(provider).expect(201).json();
            assertEquals(member.email, opened.get("user").get("email").asText());
        });
        Eventually.until(
                "single sign-on is on",
                () -> "ON".equals(settings().get("state").asText()));
        crowd.first(SIGN_IN_AGAIN)
                .each(member -> Eventually.until(
                        "one click", () -> member.signIn(provider).status() == 201));
    }

    /** Step 7. */
    private void seesWhoIsBound() {
        var everybody = crowd.size() + 1;
        Eventually.until("everybody is linked", () -> {
            var summary = administrator
                    .get("/api/bindings/" + company.id + "/summary")
                    .expect(200)
                    .json();
            return summary.get("bound").asInt() == everybody
                    && summary.get("total").asInt() == everybody;
        });
        assertEquals(everybody, listed("ALL"));
        assertEquals(1, listed("ADMIN"));
        assertEquals(0, listed("PENDING"));
    }

    /** All pages of the list. */
    private int listed(String filter) {
        var count = 0;
        var cursor = "";
        while (cursor != null) {
            var page = administrator
                    .get("/api/users/" + company.id + "?filter=" + filter + cursor)
                    .expect(200)
                    .json();
            for (var user : page.get("items")) {
                assertEquals("BOUND", user.get("binding").asText(), user.toString());
                count++;
            }
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").asText();
        }
        return count;
    }

    /** Step 8: the mail's button links the account and opens the app. */
    private Member invitesOneMore() {
        var newcomer = new Member(stack, "newcomer", company.domain);
        provider.assign(newcomer.username, "New", "Comer");
        administrator
                .post(
                        "/api/users/" + company.id + "/invitations",
                        Map.of("emails", List.of(newcomer.email, crowd.one(1).email, "no address"), "role", "MEMBER"))
                .expect(200);
        var opened = newcomer.bind(provider).expect(201).json();
        assertEquals("Comer", opened.get("user").get("lastName").asText());
        return newcomer;
    }

    /** Step 9: everybody is mailed a link to create a password, once, and signs in by it. */
    private void disables(Member newcomer) {
        var disabled = administrator
                .post("/api/sso/" + company.id + "/disable", "{}")
                .expect(200)
                .json();
        assertFalse(disabled.get("undone").asBoolean(), "somebody has signed in through it");
        crowd.each(this::createsPassword);
        createsPassword(newcomer);
        Eventually.until(
                "the administrator's link",
                () -> stack.links(company.email, "/password/").size() == 2);
        assertTrue(
                crowd.members().stream()
                        .allMatch(member ->
                                stack.links(member.email, "/password/").size() == 1),
                "one link each");
    }

    private void createsPassword(Member member) {
        member.createPassword(stack.awaitLink(member.email, "/password/"));
        assertEquals("PASSWORD", member.wayIn().get("method").asText());
        member.signInWithPassword().expect(201);
    }

    private JsonNode settings() {
        return administrator.get("/api/sso/" + company.id).expect(200).json();
    }
}
