package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Settings → Organization → Users, as an administrator clicks through it. */
record UsersInChromium(Chromium chromium, String address) {
    private static final String HEADING = "Users";

    static UsersInChromium of(Stack stack, Chromium chromium) {
        return new UsersInChromium(chromium, stack.publicUrl() + "/settings/users");
    }

    void open() {
        chromium.open(address);
        chromium.awaitPage(HEADING);
    }

    void invite(String email) {
        open();
        chromium.fill("Addresses, one on a line", email);
        chromium.pressAndAwait("Invite", HEADING);
        assertEquals(email + " invited", chromium.text("#invited").strip());
    }

    /** The binding is heard of in a moment: looks again until then. */
    void awaitLinked(String... emails) {
        Eventually.until("linked: " + List.of(emails), () -> {
            open();
            return people("tr:has([data-link=BOUND])").equals(Set.of(emails));
        });
        var everybody = emails.length + " of " + emails.length + " linked";
        assertEquals(everybody, chromium.text("#readiness"));
    }

    void assertFilter(String filter, String... emails) {
        chromium.follow(filter);
        chromium.page()
                .locator("nav.filters a[aria-current=page]:has-text('" + filter + "')")
                .waitFor();
        assertShown(emails);
    }

    void assertSearch(String part, String... emails) {
        chromium.fill("Part of an address or a name", part);
        chromium.pressAndAwait("Search", HEADING);
        assertShown(emails);
    }

    private void assertShown(String... emails) {
        assertEquals(Set.of(emails), people("tr"));
        assertEquals(emails.length == 0, chromium.shows("#nobody"));
    }

    private Set<String> people(String rows) {
        var people = new TreeSet<String>();
        for (var row : chromium.page().locator(rows + "[data-user]").all()) {
            people.add(row.getAttribute("data-user"));
        }
        assertTrue(people.stream().allMatch(email -> email.contains("@")), people.toString());
        return people;
    }
}
