package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every service is killed in the middle of Enable, again and again: everybody, here already or only invited, gets one
 * working link, and one mail.
 */
@ExtendWith(SharedStack.class)
class EnableUnderFireTest {
    /** Each takes a minute on two cores; {@code -Djourney.rounds=10} for a thorough look. */
    private static final int ROUNDS = Integer.getInteger("journey.rounds", 3);

    private static final int PEOPLE = 300;

    @Test
    void givesEverybodyExactlyOneWorkingLinkWhateverIsKilled(Stack stack) {
        var company = Company.registered(stack);
        var provider = new TestIdpProvider(stack.testIdpUrl());
        var crowd = Crowd.invited(stack, company, company.administrator(), provider, PEOPLE);
        crowd.first(PEOPLE / 2).each(Member::acceptInvitation);
        company.makeReady(provider, new FormBrowser());
        Set<String> before = new HashSet<>();
        var fire = new Fire(stack, company);

        for (var round = 1; round <= ROUNDS; round++) {
            company.signInAnew();
            company.enable(company.administrator());
            fire.rage();

            awaitMails(stack, company, round);
            var mails = mails(stack, company, before);
            requireOneMailEach(mails);
            var links = links(mails);
            requireOneWorkingLinkEach(stack, links);
            before.addAll(links.keySet());
            company.disable(company.administrator());
            awaitNoLink(stack, company);
        }
        assertTrue(fire.met().values().stream().allMatch(kills -> kills > 0), "kills beside the middle: " + fire.met());
    }

    /** Asked of the database: thousands of mails are there to be read in the end. */
    private static void awaitMails(Stack stack, Company company, int round) {
        var enable = 2 * round - 1;
        Eventually.until(
                "a mail for everybody",
                () -> stack.database("notification-service")
                                .rows("select distinct user_id from delivery where state = 'SENT' and switch_over = "
                                        + enable + " and company_id = '" + company.id + "'")
                                .size()
                        == PEOPLE);
        Silence.await(stack);
    }

    /** Message-ID → link. */
    private static Map<String, String> links(List<JsonNode> mails) {
        var links = new HashMap<String, String>();
        mails.forEach(mail -> links.put(mail.get("messageId").asText(), link(mail)));
        return links;
    }

    /** A mail that was sent when the process died may come once more: then with the same Message-ID. */
    private static void requireOneMailEach(List<JsonNode> mails) {
        var idsByAddressee = new HashMap<String, Set<String>>();
        mails.forEach(mail -> idsByAddressee
                .computeIfAbsent(mail.get("to").asText(), address -> new HashSet<>())
                .add(mail.get("messageId").asText()));
        assertEquals(PEOPLE, idsByAddressee.size());
        assertEquals(Map.of(), without(idsByAddressee, 1), "people with more than one mail beyond the same Message-ID");
    }

    private static Map<String, Set<String>> without(Map<String, Set<String>> all, int size) {
        var others = new HashMap<String, Set<String>>();
        all.forEach((address, ids) -> {
            if (ids.size() != size) {
                others.put(address, ids);
            }
        });
        return others;
    }

    private static void requireOneWorkingLinkEach(Stack stack, Map<String, String> links) {
        assertEquals(PEOPLE, new HashSet<>(links.values()).size());
        for (var link : links.values()) {
            var shown = stack.api()
                    .get("/api/binding-links/" + Member.token(link))
                    .expect(200)
                    .json();
            assertEquals("LIVE", shown.get("state").asText(), shown.toString());
        }
    }

    private static void awaitNoLink(Stack stack, Company company) {
        Eventually.until(
                "no link works any more",
                () -> stack.database("binding-service")
                        .rows(
                                "select id from binding_link where ended_at is null and used_at is null and company_id = '"
                                        + company.id + "'")
                        .isEmpty());
        Silence.await(stack);
    }

    /** Those with a binding link that came since the rounds before. */
    private static List<JsonNode> mails(Stack stack, Company company, Set<String> before) {
        var mails = new ArrayList<JsonNode>();
        for (var mail : stack.allMails()) {
            var ofCompany = mail.get("to").asText().endsWith("@" + company.domain);
            if (ofCompany
                    && !before.contains(mail.get("messageId").asText())
                    && mail.get("html").asText().contains("/bind/")) {
                mails.add(mail);
            }
        }
        return mails;
    }

    private static String link(JsonNode mail) {
        return Jsoup.parse(mail.get("html").asText())
                .expectFirst("a[href*=/bind/]")
                .attr("href");
    }
}
