package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every service is killed in the middle of Enable, again and again: everybody gets one working link, and one mail. */
@ExtendWith(SharedStack.class)
class EnableUnderFireTest {
    /** Each takes a minute on two cores; {@code -Djourney.rounds=10} for a thorough look. */
    private static final int ROUNDS = Integer.getInteger("journey.rounds", 3);

    private static final int PEOPLE = 300;
    private static final List<String> SERVICES =
            List.of("sso-service", "binding-service", "user-service", "notification-service");

    @Test
    void givesEverybodyExactlyOneWorkingLinkWhateverIsKilled(Stack stack) {
        var company = Company.registered(stack);
        var provider = new TestIdpProvider(stack.testIdpUrl());
        var crowd = Crowd.invited(stack, company, company.administrator(), provider, PEOPLE);
        company.makeReady(provider, new FormBrowser());
        Set<String> before = new HashSet<>();

        for (var round = 1; round <= ROUNDS; round++) {
            company.signInAnew();
            company.enable(company.administrator());
            killEachOnce(stack);

            var links = awaitLinks(stack, company, before);
            requireOneMailEach(stack, company, before);
            requireOneWorkingLinkEach(stack, links);
            before.addAll(links.keySet());
            company.disable(company.administrator());
            awaitNoLink(stack, company);
        }
        assertEquals(PEOPLE, crowd.size());
    }

    /** One after the other at moments that nobody chose, each started again at once, as a cluster would. */
    private static void killEachOnce(Stack stack) {
        var restarts = new ArrayList<CompletableFuture<Void>>();
        for (var service : SERVICES) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(400_000_000));
            stack.kill(service);
            restarts.add(CompletableFuture.runAsync(() -> stack.start(service)));
        }
        restarts.forEach(CompletableFuture::join);
    }

    /** Message-ID → link of the round's mails, as soon as everybody has one. */
    private static Map<String, String> awaitLinks(Stack stack, Company company, Set<String> before) {
        Eventually.until(
                "a mail for everybody",
                () -> addressees(mails(stack, company, before)).size() == PEOPLE);
        Silence.await(stack);
        var links = new HashMap<String, String>();
        mails(stack, company, before)
                .forEach(mail -> links.put(mail.get("messageId").asText(), link(mail)));
        return links;
    }

    private static Set<String> addressees(List<JsonNode> mails) {
        var addressees = new HashSet<String>();
        mails.forEach(mail -> addressees.add(mail.get("to").asText()));
        return addressees;
    }

    /** A mail that was sent when the process died may come once more: then with the same Message-ID. */
    private static void requireOneMailEach(Stack stack, Company company, Set<String> before) {
        var idsByAddressee = new HashMap<String, Set<String>>();
        mails(stack, company, before)
                .forEach(mail -> idsByAddressee
                        .computeIfAbsent(mail.get("to").asText(), address -> new HashSet<>())
                        .add(mail.get("messageId").asText()));
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
