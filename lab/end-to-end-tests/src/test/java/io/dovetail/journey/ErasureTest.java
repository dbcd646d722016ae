package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A removed person and a removed company are gone from all four databases; everybody else stays whole. */
@ExtendWith(SharedStack.class)
class ErasureTest {

    /** Round trips through the browser: they are deleted by their age, whoever they belong to. */
    private static final List<String> SHORT_LIVED =
            List.of("pending_sign_in", "accepted_answer", "used_assertion", "spent_ticket", "ended_tokens");

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String companyName = "Works " + mark;
    private Provider provider;
    private Company company;
    private Member grace;
    private Member colleague;
    private Company twin;
    private Member twinsMember;

    @BeforeEach
    void twoCompaniesOnSingleSignOn(Stack stack) {
        provider = new TestIdpProvider(stack.testIdpUrl());
        company = Company.registered(stack);
        stack.operator()
                .patch("/api/companies/" + company.id, Map.of("name", companyName))
                .expect(200);
        grace = new Member(stack, "grace-" + mark, company.domain);
        colleague = new Member(stack, "bob-" + mark, company.domain);
        leadOn(company, grace, colleague);
        twin = Company.registered(stack);
        twinsMember = new Member(stack, "twin-" + mark, twin.domain);
        leadOn(twin, twinsMember);
    }

    @Test
    void leavesNothingOfAPersonAndThenOfTheCompanyAndAllOfTheOthers(Stack stack) {
        actsAsAdministrator(stack, grace);
        Silence.await(stack);
        var id = userId(company, grace.email);
        var colleagueBefore = lasting(stack, colleague.email, userId(company, colleague.email));
        var twinBefore = lasting(stack, twin.id, twin.domain, userId(twin, twinsMember.email));
        assertFalse(placesOf(stack, grace.username).isEmpty());

        company.administrator().delete("/api/users/" + company.id + "/" + id).expect(204);
        Remains.awaitForgotten(stack, id);

        assertEquals(List.of(), placesOf(stack, grace.username), "address, last name or identity");
        assertEquals(colleagueBefore, lasting(stack, colleague.email, userId(company, colleague.email)));

        stack.operator().delete("/api/companies/" + company.id).expect(204);
        Remains.awaitForgotten(stack, company.id);
        Eventually.until(
                "the company's row is gone",
                () -> stack.database("user-service")
                        .rows("select id from company where id = '" + company.id + "'")
                        .isEmpty());

        assertEquals(List.of(), placesOf(stack, companyName), "name");
        assertEquals(List.of(), placesOf(stack, company.domain), "domain, and every address");
        assertEquals(List.of(), placesOf(stack, colleague.username), "identity");
        assertEquals(List.of(), unexpected(Remains.of(stack, company.id)));
        assertEquals(twinBefore, lasting(stack, twin.id, twin.domain, userId(twin, twinsMember.email)));
        assertEquals(201, twinsMember.signIn(provider).status());
    }

    private void leadOn(Company company, Member... members) {
        var administrator = company.administrator();
        var emails = Stream.of(members).map(member -> member.email).toList();
        administrator
                .post("/api/users/" + company.id + "/invitations", Map.of("emails", emails, "role", "MEMBER"))
                .expect(200);
        for (var member : members) {
            provider.assign(member.username, "Member", "Of-" + member.username);
            member.acceptInvitation();
        }
        company.makeReady(provider, new FormBrowser());
        company.enable(administrator);
        for (var member : members) {
            member.bind(provider).expect(201);
        }
        Eventually.until("single sign-on is on", () -> "ON".equals(company.state()));
    }

    /** All that leaves traces: a password tried, a wrong code, a verification, an invitation in this person's name. */
    private void actsAsAdministrator(Stack stack, Member person) {
        company.administrator()
                .patch("/api/users/" + company.id + "/" + userId(company, person.email), Map.of("role", "ADMIN"))
                .expect(204);
        assertEquals(401, person.signInWithPassword().status());
        stack.api().post("/api/password-resets", Map.of("email", person.email)).expect(202);
        Eventually.until(
                "an administrator at sso-service",
                () -> stack.api()
                                .post(
                                        "/api/sso/" + company.id + "/recovery",
                                        Map.of("email", person.email, "code", "AAAA-BBBB-CCCC-DDDD"))
                                .status()
                        >= 400);
        var opened = Eventually.found(
                "the administrator's session",
                () -> Optional.of(person.signIn(provider)).filter(answer -> answer.status() == 201));
        var own = stack.api().bearing(opened.json().get("accessToken").asText());
        company.verify(own, provider, person.username, person.browser);
        var invited = new Member(stack, "invited-" + mark, company.domain);
        own.post(
                        "/api/users/" + company.id + "/invitations",
                        Map.of("emails", List.of(invited.email), "role", "MEMBER"))
                .expect(200);
        stack.awaitLink(invited.email, "/bind/");
    }

    private static String userId(Company company, String email) {
        for (var user : company.administrator()
                .get("/api/users/" + company.id)
                .expect(200)
                .json()
                .get("items")) {
            if (email.equals(user.get("email").asText())) {
                return user.get("id").asText();
            }
        }
        throw new AssertionError("nobody has the address " + email);
    }

    private static List<String> placesOf(Stack stack, String text) {
        return Remains.of(stack, text).stream()
                .map(Remains.Found::place)
                .distinct()
                .toList();
    }

    /** Decision 0014: the id by which late events are known, what told the others, and by which tokens are refused. */
    private static List<Remains.Found> unexpected(List<Remains.Found> found) {
        return found.stream()
                .filter(some -> !some.place().endsWith(" forgotten.id"))
                .filter(some -> !some.place().endsWith(" ended_tokens.company_id"))
                .filter(some -> !(some.place().startsWith("user-service outbox.")
                        && (some.row().contains("dovetail.company-removed.v1")
                                || some.row().contains("dovetail.sessions-ended.v1"))))
                .toList();
    }

    private static List<String> lasting(Stack stack, String... texts) {
        var rows = Stream.of(texts)
                .flatMap(text -> Remains.of(stack, text).stream())
                .filter(some ->
                        SHORT_LIVED.stream().noneMatch(table -> some.place().contains(" " + table + ".")))
                .map(some -> some.place() + " " + some.row())
                .distinct()
                .sorted()
                .toList();
        assertTrue(rows.size() > texts.length, rows.toString());
        return rows;
    }
}
