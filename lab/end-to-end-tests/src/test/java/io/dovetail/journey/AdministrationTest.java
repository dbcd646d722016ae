package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an administrator does with people and their links while single sign-on is on, by REST. */
@ExtendWith(SharedStack.class)
class AdministrationTest {
    private Company company;
    private Provider provider;
    private Api administrator;
    private Member grace;
    private Member hedy;

    @BeforeEach
    void enabledForThree(Stack stack) {
        company = Company.registered(stack);
        provider = new TestIdpProvider(stack.testIdpUrl());
        administrator = company.administrator();
        var crowd = Crowd.invited(stack, company, administrator, provider, 2);
        crowd.each(Member::acceptInvitation);
        grace = crowd.one(1);
        hedy = crowd.one(2);
        company.makeReady(provider, new FormBrowser());
        company.enable(administrator);
    }

    @Test
    void resendsOnePersonALinkInThePlaceOfTheOld(Stack stack) {
        var old = stack.awaitLink(grace.email, "/bind/");
        stack.awaitLink(hedy.email, "/bind/");

        bindings(idOf(grace) + "/resend").expect(202);

        awaitBindingLinks(stack, grace, 2);
        assertEquals("REPLACED", state(stack, old));
        assertEquals(201, grace.bind(provider).status());
        Silence.await(stack);
        assertEquals(1, stack.links(hedy.email, "/bind/").size());
    }

    @Test
    void resendsALinkToEverybodyWhoIsNotLinked(Stack stack) {
        assertEquals(201, grace.bind(provider).status());
        var old = stack.awaitLink(hedy.email, "/bind/");

        var job = bindings("resend").expect(202).json();

        awaitBindingLinks(stack, hedy, 2);
        Eventually.until("the job is done", () -> "DONE".equals(showJob(job)));
        assertEquals("REPLACED", state(stack, old));
        assertEquals(201, hedy.bind(provider).status());
        Silence.await(stack);
        assertEquals(1, stack.links(grace.email, "/bind/").size());
    }

    /** A job of so few may be done before it is paused: then another one is begun. */
    @Test
    void pausesAJobAndResumesIt(Stack stack) {
        stack.awaitLink(grace.email, "/bind/");
        stack.awaitLink(hedy.email, "/bind/");
        var job = Eventually.found("a job that was paused before its end", () -> {
            var begun = bindings("resend").expect(202).json();
            var paused = job(begun, "pause").expect(200).json();
            return "PAUSED".equals(paused.get("state").asText()) ? Optional.of(paused) : Optional.empty();
        });
        Silence.await(stack);
        var before = stack.links(hedy.email, "/bind/").size();
        assertEquals("PAUSED", showJob(job));

        job(job, "resume").expect(200);

        Eventually.until("the job is done", () -> "DONE".equals(showJob(job)));
        awaitBindingLinks(stack, grace, before + 1);
        awaitBindingLinks(stack, hedy, before + 1);
    }

    @Test
    void unbindsAPersonWhoThenBindsAnew(Stack stack) {
        assertEquals(201, grace.bind(provider).status());

        administrator.delete("/api/bindings/" + company.id + "/" + idOf(grace)).expect(204);

        Eventually.until("not linked any more", () -> grace.signIn(provider).status() == 403);
        awaitBindingLinks(stack, grace, 2);
        assertEquals(201, grace.bind(provider).status());
        Eventually.until("linked again", () -> grace.signIn(provider).status() == 201);
    }

    @Test
    void keepsADeactivatedPersonOutUntilTheAccountIsReactivated() {
        assertEquals(201, grace.bind(provider).status());

        user(grace, "deactivate");

        assertEquals(403, grace.signIn(provider).status());
        user(grace, "reactivate");
        assertEquals(201, grace.signIn(provider).status());
    }

    @Test
    void endsTheLinkOfADeactivatedPersonAndMailsAnotherWhenTheAccountIsReactivated(Stack stack) {
        var old = stack.awaitLink(grace.email, "/bind/");

        user(grace, "deactivate");

        Eventually.until("the link is dead", () -> "DEACTIVATED".equals(state(stack, old)));
        user(grace, "reactivate");
        awaitBindingLinks(stack, grace, 2);
        assertEquals(201, grace.bind(provider).status());
    }

    @Test
    void givesTheIdentityOfALeaverToANewcomerOnceItIsReleased(Stack stack) {
        assertEquals(201, grace.bind(provider).status());
        user(grace, "deactivate");
        var newcomer = new Member(stack, "newcomer", company.domain);
        administrator
                .post(
                        "/api/users/" + company.id + "/invitations",
                        Map.of("emails", List.of(newcomer.email), "role", "MEMBER"))
                .expect(200);
        var link = stack.awaitLink(newcomer.email, "/bind/");
        var taken = newcomer.postBinding(newcomer.bindTicket(as(grace), newcomer.startBinding(link)));
        assertEquals(409, taken.status(), taken.toString());

        administrator
                .post("/api/bindings/" + company.id + "/identities/release", Map.of("userId", idOf(grace)))
                .expect(204);

        var bound = newcomer.postBinding(newcomer.bindTicket(as(grace), newcomer.startBinding(link)));
        assertEquals(200, bound.status(), bound.toString());
    }

    /** The provider's account that was once the leaver's. */
    private Provider as(Member leaver) {
        return new Provider() {
            @Override
            public String connect(String companyId, String spMetadata) {
                return provider.connect(companyId, spMetadata);
            }

            @Override
            public void assign(String username, String firstName, String lastName) {
                provider.assign(username, firstName, lastName);
            }

            @Override
            public Page logIn(String username, FormBrowser browser, Page page) {
                return provider.logIn(leaver.username, browser, page);
            }
        };
    }

    private String idOf(Member member) {
        var found = administrator
                .get("/api/users/" + company.id + "?q=" + member.username)
                .expect(200)
                .json()
                .get("items");
        assertEquals(1, found.size(), found.toString());
        return found.get(0).get("id").asText();
    }

    private void user(Member member, String act) {
        administrator
                .post("/api/users/" + company.id + "/" + idOf(member) + "/" + act, "{}")
                .expect(204);
    }

    private Api.Answer bindings(String path) {
        return administrator.post("/api/bindings/" + company.id + "/" + path, "{}");
    }

    private Api.Answer job(JsonNode job, String act) {
        return bindings("jobs/" + job.get("jobId").asText() + "/" + act);
    }

    private String showJob(JsonNode job) {
        return administrator
                .get("/api/bindings/" + company.id + "/jobs/" + job.get("jobId").asText())
                .expect(200)
                .json()
                .get("state")
                .asText();
    }

    private static String state(Stack stack, String link) {
        return stack.api()
                .get("/api/binding-links/" + Member.token(link))
                .expect(200)
                .json()
                .get("state")
                .asText();
    }

    private static void awaitBindingLinks(Stack stack, Member member, int count) {
        Eventually.until(
                count + " links to " + member.email,
                () -> stack.links(member.email, "/bind/").size() == count);
    }
}
