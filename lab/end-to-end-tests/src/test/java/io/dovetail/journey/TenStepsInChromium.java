package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The journey in the order in which an administrator meets it: three people, each in a browser of their own, and beside
 * them a crowd that follows its mails without one.
 */
final class TenStepsInChromium {
    private final Stack stack;
    private final Company company;
    private final Chromium chromium;
    private final ProviderInChromium provider;
    private final SettingsInChromium settings;
    private final UsersInChromium users;
    private final PersonInChromium ada;
    private final PersonInChromium grace;
    private final PersonInChromium hedy;
    private final Crowd crowd;

    /**
     * @param chromium the administrator's
     * @param others how many people there are beside the administrator and the one member
     */
    TenStepsInChromium(Stack stack, Company company, Chromium chromium, ProviderInChromium provider, int others) {
        this.stack = stack;
        this.company = company;
        this.crowd = Crowd.of(stack, company, others);
        this.chromium = chromium;
        this.provider = provider;
        this.settings = SettingsInChromium.of(stack, chromium);
        this.users = UsersInChromium.of(stack, chromium);
        this.ada = new PersonInChromium(stack, chromium, Company.ADMINISTRATOR, company.email);
        this.grace = member("grace");
        this.hedy = member("hedy");
    }

    private PersonInChromium member(String username) {
        return new PersonInChromium(stack, chromium.ofAnother(), username, username + "@" + company.domain);
    }

    void walk() {
        gather();
        isEntitled();
        var metadata = looksAround();
        connects(metadata);
        verifies();
        enables();
        theOtherBinds();
        signsInAnew();
        seesWhoIsLinked();
        invitesOneMore();
        readsTheAudit();
        disables();
        chromium.assertNoComplaint();
    }

    /** Who is there before: the administrator by the first mail, a member by an invitation, in by passwords. */
    private void gather() {
        ada.createPassword();
        var invited = new ArrayList<>(Crowd.emails(crowd.members()));
        invited.add(grace.email());
        users.invite(invited);
        crowd.each(Member::acceptInvitation);
        grace.acceptInvitation(Company.NAME, "Grace", "Hopper");
        grace.seesNoSettings();
    }

    /** Step 0: without the entitlement the page says whom to ask. */
    private void isEntitled() {
        entitle("NOT_ALLOWED");
        Eventually.until("not entitled", () -> {
            chromium.open(settings.address());
            return chromium.text("h1").equals("Single sign-on is not part of your plan");
        });
        assertTrue(chromium.text("main").contains("Ask"), chromium.text("main"));
        entitle("ALLOWED");
        Eventually.until("entitled", () -> {
            chromium.open(settings.address());
            return chromium.shows("#state");
        });
    }

    private void entitle(String singleSignOn) {
        stack.operator()
                .patch("/api/companies/" + company.id, Map.of("singleSignOn", singleSignOn))
                .expect(200);
    }

    /** Steps 1 and 2: what is to be copied, and the file for the provider. */
    private String looksAround() {
        ada.goHome();
        settings.follow();
        assertEquals("Off", settings.state());
        settings.assertOffersToCopy(company.id);
        return settings.downloadSpMetadata();
    }

    /** Step 3, and the first half of 4. */
    private void connects(String spMetadata) {
        var metadataUrl = provider.connect(company, spMetadata);
        provider.assign(ada.username(), "Ada", "Lovelace");
        provider.assign(grace.username(), "Grace", "Hopper");
        crowd.each(member -> provider.withoutBrowser().assign(member.username, "Member", member.username));
        settings.save(metadataUrl);
    }

    /** The second half of step 4: it only reports, and nobody is signed in or out by it. */
    private void verifies() {
        settings.verify(provider, ada.username(), "Ada Lovelace");
        settings.link();
        assertEquals("Off", settings.state());
    }

    /** Steps 5 and 6: passwords are off, the member is mailed a link. */
    private void enables() {
        settings.assertWarnsBeforeEnable();
        settings.enable();
        company.awaitSignInAddress();
        grace.isRefusedWithPassword();
    }

    private void theOtherBinds() {
        grace.bind(provider, "Link your account", "Sign in and link my account");
        grace.seesNoSettings();
        grace.signOut();
        grace.signInThroughProvider();
        crowd.each(member -> member.bind(provider.withoutBrowser()).expect(201));
        Eventually.until("single sign-on is on", () -> {
            settings.open();
            return settings.state().equals("On");
        });
        assertTrue(stack.links(ada.email(), "/bind/").isEmpty(), "the administrator is linked already");
    }

    private void signsInAnew() {
        ada.signOut();
        ada.signInThroughProvider();
    }

    /** Step 7. */
    private void seesWhoIsLinked() {
        users.awaitLinked(everybody());
        users.assertFilter("Active", everybody());
        users.assertFilter("Admin", Set.of(ada.email()));
        users.assertFilter("Pending", Set.of());
        users.assertFilter("Deactivated", Set.of());
        users.assertFilter("All", everybody());
        users.assertSearch("hopp", Set.of(grace.email()));
        users.assertSearch("nobody-of-this-name", Set.of());
    }

    private Set<String> everybody(String... newcomers) {
        var people = new TreeSet<>(List.of(newcomers));
        people.addAll(List.of(ada.email(), grace.email()));
        people.addAll(Crowd.emails(crowd.members()));
        return people;
    }

    /** Step 8: the mail's button links the account and opens the app. */
    private void invitesOneMore() {
        provider.assign(hedy.username(), "Hedy", "Lamarr");
        users.invite(List.of(hedy.email()));
        users.assertFilter("Pending", Set.of(hedy.email()));
        hedy.bind(provider, "Welcome to " + Company.NAME, "Sign in and open");
        assertTrue(hedy.chromium().text("#person").contains("Hedy Lamarr"), "without a name");
        hedy.seesNoSettings();
        users.awaitLinked(everybody(hedy.email()));
    }

    private void readsTheAudit() {
        Eventually.until("Enable in the audit log", () -> {
            chromium.follow("Audit");
            chromium.awaitPage("Audit");
            return chromium.shows(
                    "#acts li:has(strong:text-is('" + ada.email() + "')):has-text('enabled single sign-on')");
        });
    }

    /** Step 9: the administrator's password on the spot, everybody else's by the mail. */
    private void disables() {
        settings.disable();
        settings.setOwnPassword(Company.PASSWORD);
        ada.signOut();
        ada.signInWithPassword();
        grace.createPassword();
        hedy.createPassword();
        hedy.signOut();
        crowd.each(member -> {
            member.createPassword(stack.awaitLink(member.email, "/password/"));
            member.signInWithPassword().expect(201);
        });
    }
}
