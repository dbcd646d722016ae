package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Settings → Organization → Users, as an administrator clicks through it. */
record UsersInChromium(Chromium chromium, String address) {
    private static final String HEADING = "Users";
    private static final String NEXT = "a:text-is('Next page')";

    static UsersInChromium of(Stack stack, Chromium chromium) {
        return new UsersInChromium(chromium, stack.publicUrl() + "/settings/users");
    }

    void open() {
        chromium.open(address);
        chromium.awaitPage(HEADING);
    }

    void invite(List<String> emails) {
        open();
        chromium.fill("Addresses, one on a line", String.join("\n", emails));
        chromium.pressAndAwait("Invite", HEADING);
        assertEquals(
                emails.stream().map(email -> email + " invited").toList(),
                chromium.text("#invited").lines().map(String::strip).toList());
    }

    /** The bindings are heard of in a moment: looks again until then, then goes through all pages. */
    void awaitLinked(Set<String> emails) {
        var everybody = emails.size() + " of " + emails.size() + " linked";
        Eventually.until(everybody, () -> {
            open();
            return chromium.text("#readiness").equals(everybody);
        });
        Eventually.until("everybody is shown as linked", () -> {
            open();
            return onAllPages("tr:has([data-link=BOUND])").equals(emails);
        });
    }

    void assertFilter(String filter, Set<String> emails) {
        chromium.follow(filter);
        chromium.page()
                .locator("nav.filters a[aria-current=page]:has-text('" + filter + "')")
                .waitFor();
        assertShown(emails);
    }

    void assertSearch(String part, Set<String> emails) {
        chromium.fill("Part of an address or a name", part);
        chromium.pressAndAwait("Search", HEADING);
        assertShown(emails);
    }

    private void assertShown(Set<String> emails) {
        assertEquals(emails.isEmpty(), chromium.shows("#nobody"));
        assertEquals(emails, onAllPages("tr"));
    }

    private Set<String> onAllPages(String rows) {
        var people = people(rows);
        while (chromium.shows(NEXT)) {
            var before = chromium.page().url();
            chromium.follow("Next page");
            chromium.page().waitForURL(address -> !address.equals(before));
            people.addAll(people(rows));
        }
        return people;
    }

    /** In one question to the browser: each row by itself makes hundreds of them. */
    private Set<String> people(String rows) {
        var people = new TreeSet<String>();
        var shown =
                chromium.page().locator(rows + "[data-user]").evaluateAll("rows => rows.map(row => row.dataset.user)");
        ((List<?>) shown).forEach(email -> people.add(String.valueOf(email)));
        assertTrue(people.stream().allMatch(email -> email.contains("@")), people.toString());
        return people;
    }
}
