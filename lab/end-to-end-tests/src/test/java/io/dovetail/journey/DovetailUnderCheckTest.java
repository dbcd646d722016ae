package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.check.ProviderServer;
import io.dovetail.lab.idp.check.Report;
import io.dovetail.lab.idp.check.Verdict;
import io.dovetail.lab.idp.check.line.MetadataImport;
import io.dovetail.lab.idp.check.line.ProviderKeys;
import io.dovetail.lab.idp.check.line.SecondConnection;
import io.dovetail.lab.idp.check.line.SentNames;
import io.dovetail.lab.idp.check.line.ServiceProvider;
import io.dovetail.lab.idp.check.line.Setting;
import io.dovetail.lab.idp.check.line.WhoSignedIn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The running product against every line of test-idp's check, as any other service provider would be. */
@ExtendWith(SharedStack.class)
class DovetailUnderCheckTest {

    @Test
    void refusesEveryHostileAnswerAndAcceptsEveryHonestOne(Stack stack) {
        var keys = ProviderKeys.fresh();
        var theirKeys = ProviderKeys.fresh();
        var company = Company.registered(stack);
        var other = Company.registered(stack);
        try (var server = ProviderServer.start(0, company.id, keys, SentNames.USUAL, SignedParts.ASSERTION);
                var theirs = ProviderServer.start(0, company.id, theirKeys, SentNames.USUAL, SignedParts.ASSERTION)) {
            company.makeReady(new CheckProvider(server), new FormBrowser());
            company.enable(company.administrator());
            other.makeReady(new CheckProvider(theirs), new FormBrowser());
            other.enable(other.administrator());

            var product = new Report.Product(
                    "Dovetail " + System.getProperty("project.version"),
                    "A company as ./run makes it, with a connection of preset NONE and encryption on, else as it is by"
                            + " default: either part signed is enough, 180 seconds of skew, an unasked answer restarts. A second company"
                            + " names the same provider with keys of its own; metadata are imported into the draft.");
            var setting = setting(stack, company, keys)
                    .withSecond(new SecondConnection(
                            serviceProvider(stack, other), start(stack, other), Optional.of(theirKeys.current())))
                    .withImport(intoTheDraft(stack, company), server.ssoUrl());
            var report = Conformance.check("dovetail", product, setting, Set.of());

            assertEquals(List.of(), Conformance.of(report, Verdict.FAILED));
            assertEquals(List.of(), Conformance.of(report, Verdict.UNCLEAR));
            assertEquals(List.of(), Conformance.of(report, Verdict.INCONCLUSIVE));
        }
    }

    private static ServiceProvider serviceProvider(Stack stack, Company company) {
        var path = "/auth/saml/" + company.id + "/metadata";
        var metadata = stack.api().get(path).expect(200).response().body();
        return ServiceProvider.read(metadata.getBytes(StandardCharsets.UTF_8));
    }

    private static URI start(Stack stack, Company company) {
        return URI.create(stack.publicUrl() + "/auth/saml/" + company.id + "/login");
    }

    /** Nobody signs in by a draft, so what is imported last changes nothing. */
    private static MetadataImport intoTheDraft(Stack stack, Company company) {
        return new MetadataImport(
                "PUT",
                URI.create(stack.publicUrl() + "/api/sso/" + company.id),
                List.copyOf(company.administrator().headers().entrySet()),
                "{\"provider\":\"NONE\",\"metadataXml\":\"" + MetadataImport.GAP + "\"}",
                Duration.ofSeconds(30));
    }

    private static Setting setting(Stack stack, Company company, ProviderKeys keys) {
        return new Setting(
                serviceProvider(stack, company),
                company.id,
                keys,
                start(stack, company),
                Setting.USUALLY_ACCEPTED,
                Optional.empty(),
                whoever(stack, company),
                SentNames.USUAL,
                SignedParts.ASSERTION,
                Optional.empty(),
                Duration.ofSeconds(180),
                Duration.ofSeconds(30));
    }

    /** The ticket is sealed: only the database knows what was read. */
    private static WhoSignedIn whoever(Stack stack, Company company) {
        var latest = "select saml_id from accepted_answer where company_id = '" + company.id
                + "' order by expires_at desc limit 1";
        return accepted -> stack.database("sso-service").rows(latest).stream()
                .map(row -> row.substring(0, row.length() - 1))
                .findFirst();
    }
}
