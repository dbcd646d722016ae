package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without binding-service or notification-service bound people sign in; once they are back, everything catches up. */
@ExtendWith(SharedStack.class)
class ServicesDownTest {

    @ParameterizedTest
    @ValueSource(strings = {"binding-service", "notification-service"})
    void signsBoundPeopleInAndCatchesUpAfterwards(String service, Stack stack) {
        var company = Company.registered(stack);
        var provider = new TestIdpProvider(stack.testIdpUrl());
        var administrator = company.administrator();
        var bound = Crowd.invited(stack, company, administrator, provider, 2);
        bound.each(Member::acceptInvitation);
        company.makeReady(provider, new FormBrowser());
        company.enable(administrator);
        bound.each(member -> member.bind(provider).expect(201));
        Eventually.until("a first sign-in", () -> bound.one(1).signIn(provider).status() == 201);

        stack.kill(service);
        bound.each(member -> member.signIn(provider).expect(201));
        var newcomer = new Member(stack, "newcomer", company.domain);
        provider.assign(newcomer.username, "New", "Comer");
        administrator
                .post(
                        "/api/users/" + company.id + "/invitations",
                        Map.of("emails", List.of(newcomer.email), "role", "MEMBER"))
                .expect(200);
        stack.start(service);

        newcomer.bind(provider).expect(201);
        assertEquals(1, stack.links(newcomer.email, "/bind/").size());
        Eventually.until(
                "everybody is linked",
                () -> administrator
                                .get("/api/bindings/" + company.id + "/summary")
                                .expect(200)
                                .json()
                                .get("bound")
                                .asInt()
                        == 4);
    }
}
