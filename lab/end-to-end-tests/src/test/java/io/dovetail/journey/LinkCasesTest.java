package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people, their browsers and their mail's scanner do with a binding link. */
@ExtendWith(SharedStack.class)
class LinkCasesTest {
    private static final int TIMES = 50;
    private Company company;
    private Provider provider;
    private Member member;

    @BeforeEach
    void enabledForOneMember(Stack stack) {
        company = Company.registered(stack);
        provider = new TestIdpProvider(stack.testIdpUrl());
        var administrator = company.administrator();
        member = Crowd.invited(stack, company, administrator, provider, 1).one(1);
        member.acceptInvitation();
        company.makeReady(provider, new FormBrowser());
        company.enable(administrator);
    }

    @Test
    void bindsThePersonAfterAScannerOpenedRanAndSubmittedTheLinkPageAHundredTimes(Stack stack) {
        var link = stack.awaitLink(member.email, "/bind/");
        try (var chromium = Chromium.start()) {
            for (var time = 0; time < 100; time++) {
                chromium.open(link);
                chromium.page().locator("#bind button").click();
                chromium.awaitAddress(stack.testIdpUrl());
            }
        }

        var opened = member.bind(provider);

        assertEquals(201, opened.status(), opened.toString());
        assertEquals(List.of("BOUND"), bindings(stack));
    }

    @Test
    void refusesTheLinkThatAnotherBrowserStarted(Stack stack) {
        var login = member.startBinding(stack.awaitLink(member.email, "/bind/"));
        var stranger = FormBrowser.ofFrontend(stack.publicUrl());

        var refused = provider.logIn(member.username, stranger, stranger.open(login));

        assertTrue(refused.status() >= 400, refused.toString());
        assertTrue(refused.text().contains("stay in this browser"), refused.toString());
        assertEquals(List.of(), bindings(stack));
        assertEquals(201, member.bind(provider).status());
    }

    @Test
    void letsBothTabsInWhenThePersonStartedInTwo(Stack stack) {
        var link = stack.awaitLink(member.email, "/bind/");
        var oneTab = member.startBinding(link);
        var otherTab = member.startBinding(link);

        var one = member.postBinding(member.bindTicket(provider, oneTab));
        var other = member.postBinding(member.bindTicket(provider, otherTab));

        assertEquals(200, one.status(), one.toString());
        assertEquals(200, other.status(), other.toString());
        assertEquals(List.of("BOUND"), bindings(stack));
    }

    @Test
    void makesOneBindingOfTheSameLinkFiftyTimesInParallelOverTwoReplicas(Stack stack) throws Exception {
        var link = stack.awaitLink(member.email, "/bind/");
        var browsers = new ArrayList<Member>();
        var logins = new ArrayList<String>();
        for (var time = 0; time < TIMES; time++) {
            var browser = new Member(stack, member.username, company.domain);
            browsers.add(browser);
            logins.add(browser.startBinding(link));
        }

        var statuses = new ArrayList<Integer>();
        try (var replica = Replica.of(stack, "binding-service")) {
            var calls = new ArrayList<Callable<Integer>>();
            for (var time = 0; time < TIMES; time++) {
                var browser = browsers.get(time);
                var login = logins.get(time);
                var service = time % 2 == 0 ? stack.api() : replica.api();
                calls.add(() -> browser.postBinding(service, browser.bindTicket(provider, login))
                        .status());
            }
            var threads = Executors.newFixedThreadPool(TIMES);
            for (var done : threads.invokeAll(calls)) {
                statuses.add(done.get());
            }
            threads.shutdown();
        }

        assertTrue(statuses.stream().allMatch(status -> status == 200), statuses.toString());
        assertEquals(List.of("BOUND"), bindings(stack));
        try (var events = new Events(stack.kafka())) {
            events.await(company, "binding-completed", member.username);
            Silence.await(stack);
            assertEquals(
                    1,
                    events.of(company, "binding-completed").stream()
                            .filter(event -> event.data().contains(member.username))
                            .map(Events.Seen::id)
                            .distinct()
                            .count());
        }
    }

    /** One has been here before and had a password; the other was invited while single sign-on was on. */
    @Test
    void letsThePersonInWhoseLinkDiedByDisableAndWhoAskedAnewOnItsPage(Stack stack) {
        var administrator = company.administrator();
        var newcomer = new Member(stack, "newcomer", company.domain);
        var invitation = Map.of("emails", List.of(newcomer.email), "role", "MEMBER");
        administrator
                .post("/api/users/" + company.id + "/invitations", invitation)
                .expect(200);
        var dead = stack.awaitLink(member.email, "/bind/");
        var deadOfNewcomer = stack.awaitLink(newcomer.email, "/bind/");
        company.awaitSignInAddress();
        var ada = new Member(stack, Company.ADMINISTRATOR, company.domain);
        Eventually.until("the way in", () -> ada.signIn(provider).status() == 201);
        company.awaitOutcomes(1);
        company.disable(administrator);
        stack.awaitLink(member.email, "/password/");
        Eventually.until(
                "an invitation of itself",
                () -> stack.links(newcomer.email, "/invitation/").size() == 1);
        awaitDead(stack, dead);
        awaitDead(stack, deadOfNewcomer);

        askAnew(stack, dead);
        askAnew(stack, deadOfNewcomer);

        Eventually.until(
                "a link to create a password",
                () -> stack.links(member.email, "/password/").size() == 2);
        Eventually.until(
                "an invitation",
                () -> stack.links(newcomer.email, "/invitation/").size() == 2);
        member.createPassword(stack.awaitLink(member.email, "/password/"));
        member.signInWithPassword().expect(201);
        newcomer.acceptInvitation();
        newcomer.signInWithPassword().expect(201);
    }

    private static void awaitDead(Stack stack, String link) {
        Eventually.until(
                "the link's end",
                () -> stack.api()
                        .get("/api/binding-links/" + Member.token(link))
                        .expect(200)
                        .json()
                        .get("state")
                        .asText()
                        .equals("SINGLE_SIGN_ON_OFF"));
    }

    private static void askAnew(Stack stack, String link) {
        stack.api()
                .post("/api/binding-links/" + Member.token(link) + "/resend", "{}")
                .expect(202);
    }

    private List<String> bindings(Stack stack) {
        return stack
                .database("binding-service")
                .rows("select state from binding where saml_id = '" + member.username + "' and company_id = '"
                        + company.id + "'")
                .stream()
                .map(row -> row.replace("|", ""))
                .toList();
    }
}
