package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that wait while the mail server is down, and what their company meets meanwhile. */
@ExtendWith(SharedStack.class)
class MailsOfDeadLinksTest {

    /** With binding-service down nobody says of a single link that it is dead. */
    @ParameterizedTest
    @ValueSource(strings = {"disabled", "rolled back"})
    void doNotGoOutOnceSingleSignOnIsOffEvenWithoutBindingService(String how, Stack stack) {
        var company = Company.registered(stack);
        var provider = new TestIdpProvider(stack.testIdpUrl());
        var crowd = Crowd.invited(stack, company, company.administrator(), provider, 4);
        crowd.first(2).each(Member::acceptInvitation);
        crowd.each(member -> stack.awaitLink(member.email, "/invitation/"));
        company.makeReady(provider, new FormBrowser());

        stack.kill("mail");
        try {
            company.enable(company.administrator());
            Eventually.until("the mails are queued", () -> linkMails(stack, company, "QUEUED") == 4);
            stack.kill("binding-service");
            try {
                goesOff(stack, company, how);
                Eventually.until("they are given up", () -> linkMails(stack, company, "CANCELLED") == 4);
                stack.start("mail");
                awaitLaterMail(stack);
                crowd.each(member -> assertEquals(List.of(), stack.links(member.email, "/bind/")));
            } finally {
                stack.start("binding-service");
            }
        } finally {
            stack.start("mail");
        }

        Silence.await(stack);
        crowd.each(member -> assertEquals(List.of(), stack.links(member.email, "/bind/")));
        crowd.first(2).each(member -> member.signInWithPassword().expect(201));
    }

    private static void goesOff(Stack stack, Company company, String how) {
        if (how.equals("disabled")) {
            company.disable(company.administrator());
        } else {
            stack.database("sso-service")
                    .run("update connection set trial_ends_at = now() where state = 'ON_TRIAL' and company_id = '"
                            + company.id + "'");
            Eventually.until("rolled back", () -> "OFF".equals(company.state()));
        }
    }

    @Test
    void restWhileTheCompanyIsSuspendedAndGoOutWhenItGoesOn(Stack stack) {
        var company = Company.registered(stack);
        stack.kill("mail");
        try {
            stack.api()
                    .post("/api/password-resets", Map.of("email", company.email))
                    .expect(202);
            Eventually.until("the mail is queued", () -> queued(stack, company) == 1);
            operator(stack, company, "suspend");
            Eventually.until(
                    "the suspension is known",
                    () -> stack.database("notification-service")
                                    .rows("select company_id from company_copy where suspended and company_id = '"
                                            + company.id + "'")
                                    .size()
                            == 1);
        } finally {
            stack.start("mail");
        }
        awaitLaterMail(stack);
        assertEquals(1, queued(stack, company));
        assertEquals(1, stack.links(company.email, "/password/").size());

        operator(stack, company, "resume");

        Eventually.until(
                "the mail", () -> stack.links(company.email, "/password/").size() == 2);
    }

    private static void operator(Stack stack, Company company, String act) {
        stack.operator().post("/api/companies/" + company.id + "/" + act, "{}").expect(204);
    }

    /** To somebody else, and longer after than any pause between two tries so far. */
    private static void awaitLaterMail(Stack stack) {
        Company.registered(stack);
        stack.database("notification-service")
                .run("update delivery set next_try_at = now() where state = 'QUEUED' and next_try_at > now()");
        Company.registered(stack);
    }

    private static int linkMails(Stack stack, Company company, String state) {
        return stack.database("notification-service")
                .rows("select id from delivery where switch_over is not null and state = '" + state
                        + "' and company_id = '" + company.id + "'")
                .size();
    }

    private static int queued(Stack stack, Company company) {
        return stack.database("notification-service")
                .rows("select id from delivery where state = 'QUEUED' and company_id = '" + company.id + "'")
                .size();
    }
}
