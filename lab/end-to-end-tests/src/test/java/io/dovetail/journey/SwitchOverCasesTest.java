package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can come between while single sign-on goes on and off. */
@ExtendWith(SharedStack.class)
class SwitchOverCasesTest {
    private static final int CLOSE_CALLS = 5;
    private Company company;
    private Provider provider;
    private Member ada;
    private Api administrator;

    @BeforeEach
    void ready(Stack stack) {
        company = Company.registered(stack);
        provider = new TestIdpProvider(stack.testIdpUrl());
        administrator = company.administrator();
        company.makeReady(provider, new FormBrowser());
        ada = new Member(stack, Company.ADMINISTRATOR, company.domain);
    }

    @Test
    void letsOneOfTwoAdministratorsEnableWhoDoItAtOnce(Stack stack) {
        var second = secondAdministrator(stack);

        var calls = List.of(enabling(administrator), enabling(second));
        var statuses = calls.stream().map(call -> call.join().status()).sorted().toList();

        assertEquals(List.of(200, 409), statuses);
        assertEquals("ON_TRIAL", company.state());
    }

    private CompletableFuture<Api.Answer> enabling(Api who) {
        return CompletableFuture.supplyAsync(() -> who.post("/api/sso/" + company.id + "/enable", Map.of()));
    }

    /** Invited, in by a password, and linked by a verification of their own. */
    private Api secondAdministrator(Stack stack) {
        var second = new Member(stack, "second", company.domain);
        provider.assign(second.username, "Second", "Administrator");
        invite(second, "ADMIN");
        second.acceptInvitation();
        var session = second.signInWithPassword().expect(201).json();
        var api = stack.api().bearing(session.get("accessToken").asText());
        var browser = new FormBrowser();
        var verification = company.verify(api, provider, second.username, browser);
        company.link(api, browser, verification.get("id").asText());
        Eventually.until(
                "both are known to be linked",
                () -> stack.database("sso-service")
                                .rows("select user_id from binding_copy where state = 'BOUND' and company_id = '"
                                        + company.id + "'")
                                .size()
                        == 2);
        return api;
    }

    @Test
    void opensTheConnectionByANewCodeWhenTheAnswerOfEnableWasLost(Stack stack) {
        var lost = company.enable(administrator).get("recoveryCodes");
        var codes = administrator
                .post("/api/sso/" + company.id + "/recovery-codes", "{}")
                .expect(200)
                .json()
                .get("recoveryCodes");

        recover(stack, lost.get(0)).expect(401);
        var ticket = recover(stack, codes.get(0)).expect(200).json().get("ticket");
        var session = stack.api()
                .post("/api/sessions", Map.of("ticket", ticket.asText()))
                .expect(201)
                .json();
        var recovered = stack.api().bearing(session.get("accessToken").asText());

        recovered.get("/api/me").expect(403);
        recovered.get("/api/users/" + company.id).expect(403);
        recovered.post("/api/sso/" + company.id + "/disable", "{}").expect(200);
        assertEquals("OFF", company.state());
    }

    private Api.Answer recover(Stack stack, JsonNode code) {
        return stack.api()
                .post("/api/sso/" + company.id + "/recovery", Map.of("email", company.email, "code", code.asText()));
    }

    @Test
    void sendsNoneOfTheQueuedMailsAfterDisable(Stack stack) {
        var crowd = Crowd.invited(stack, company, administrator, provider, 5);
        crowd.each(Member::acceptInvitation);

        stack.kill("mail");
        try {
            company.enable(administrator);
            Eventually.until("the mails are queued", () -> deliveries("QUEUED", "BINDING") == 5);
            company.disable(administrator);
            Eventually.until("they are given up", () -> deliveries("CANCELLED", "BINDING") == 5);
        } finally {
            stack.start("mail");
        }

        stack.api().post("/api/password-resets", Map.of("email", company.email)).expect(202);
        Eventually.until(
                "a later mail", () -> stack.links(company.email, "/password/").size() == 2);
        crowd.each(member -> assertEquals(List.of(), stack.links(member.email, "/bind/")));
        crowd.each(member -> member.signInWithPassword().expect(201));
    }

    private long deliveries(String state, String kind) {
        var items = administrator
                .get("/api/deliveries/" + company.id)
                .expect(200)
                .json()
                .get("items");
        var count = 0;
        for (var item : items) {
            count += state.equals(item.get("state").asText())
                            && item.get("kind").asText().contains(kind)
                    ? 1
                    : 0;
        }
        return count;
    }

    @Test
    void bindsWhoWasInvitedBeforeEnableAndAcceptsAfterwards(Stack stack) {
        var member = invited(stack);
        var invitation = Member.token(stack.awaitLink(member.email, "/invitation/"));

        company.enable(administrator);
        var opened = member.bind(provider);

        assertEquals(201, opened.status(), opened.toString());
        var dead = stack.api().get("/api/invitations/" + invitation);
        assertTrue(dead.status() == 409 || dead.status() == 410, dead.toString());
    }

    /** The link that Enable sent is made old in the database, or none would be sent so soon after it. */
    @Test
    void bindsWhoWasInvitedBeforeEnableAndAsksAnewOnTheDeadPageAfterwards(Stack stack) {
        var member = invited(stack);
        var resend = "/api/invitations/" + Member.token(stack.awaitLink(member.email, "/invitation/")) + "/resend";
        company.enable(administrator);
        company.awaitSignInAddress();
        stack.awaitLink(member.email, "/bind/");
        stack.database("binding-service")
                .run("update binding_link set issued_at = issued_at - interval '80 hours', expires_at = expires_at"
                        + " - interval '80 hours' where used_at is null and company_id = '" + company.id + "'");

        stack.api().post(resend, "{}").expect(202);
        stack.api().post(resend, "{}").expect(202);

        Eventually.until("one more", () -> stack.links(member.email, "/bind/").size() == 2);
        Silence.await(stack);
        assertEquals(2, stack.links(member.email, "/bind/").size());
        assertEquals(1, stack.links(member.email, "/invitation/").size());
        assertEquals(201, member.bind(provider).status());
    }

    @Test
    void givesAPasswordToWhoWasInvitedBeforeDisableAndAcceptsAfterwards(Stack stack) {
        company.enable(administrator);
        company.awaitSignInAddress();
        Eventually.until("the way in", () -> ada.signIn(provider).status() == 201);
        var member = invited(stack);
        var binding = Member.token(stack.awaitLink(member.email, "/bind/"));

        company.disable(administrator);
        member.acceptInvitation();

        member.signInWithPassword().expect(201);
        var dead = stack.api().get("/api/binding-links/" + binding).expect(200).json();
        assertEquals("SINGLE_SIGN_ON_OFF", dead.get("state").asText());
    }

    private Member invited(Stack stack) {
        var member = new Member(stack, "invited", company.domain);
        provider.assign(member.username, "Invited", "Person");
        invite(member, "MEMBER");
        return member;
    }

    private void invite(Member member, String role) {
        administrator
                .post(
                        "/api/users/" + company.id + "/invitations",
                        Map.of("emails", List.of(member.email), "role", role))
                .expect(200);
    }

    /** The end of the trial is moved to now in the database, whose clock is the one that counts. */
    @Test
    void rollsBackWhenNobodyCanSignInAfterEnable(Stack stack) {
        company.enable(administrator);
        company.awaitSignInAddress();
        assertEquals(401, ada.signInWithPassword().status());

        endTrial(stack, "now()");

        Eventually.until("rolled back", () -> "OFF".equals(company.state()));
        Eventually.until(
                "passwords are as they were", () -> ada.signInWithPassword().status() == 201);
        Eventually.until(
                "administrators are told",
                () -> stack.mails(company.email).toString().contains("turned itself off"));
        assertEquals(1, stack.links(company.email, "/password/").size(), "only the one from the beginning");
    }

    @Test
    void endsInOneStateWhenTheTrialEndsAtTheMomentOfTheFirstSignIn(Stack stack) {
        for (var time = 0; time < CLOSE_CALLS; time++) {
            company.enable(administrator);
            company.awaitSignInAddress();
            endTrial(stack, "now() + interval '" + time * 100 + " milliseconds'");

            var start = stack.publicUrl() + "/auth/saml/" + company.id + "/login";
            var end = ada.signInThrough(provider, start);
            ada.present(end);

            Eventually.until("one or the other", () -> !"ON_TRIAL".equals(company.state()));
            var on = "ON".equals(company.state());
            Eventually.until(
                    "passwords work exactly while it is off",
                    () -> (ada.signInWithPassword().status() == 401) == on);
            if (on) {
                return; // the trial was won: nothing can be rolled back any more
            }
        }
    }

    private void endTrial(Stack stack, String when) {
        stack.database("sso-service")
                .run("update connection set trial_ends_at = " + when + " where state = 'ON_TRIAL' and company_id = '"
                        + company.id + "'");
    }
}
