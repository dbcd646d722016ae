package io.dovetail.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.check.ProviderServer;
import io.dovetail.lab.idp.check.Report;
import io.dovetail.lab.idp.check.Verdict;
import io.dovetail.lab.idp.check.line.ProviderKeys;
import io.dovetail.lab.idp.check.line.SentNames;
import io.dovetail.lab.idp.check.line.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another product under the same check, so that it is known to judge more than our own. */
@ExtendWith(SharedKeycloak.class)
class KeycloakUnderCheckTest {

    private static final String IDP = "urn:test-idp:check";
    private static final SentNames NAMES = new SentNames("firstName", "lastName", "", "email");

    @Test
    void judgesKeycloakAsABroker(Keycloak keycloak) {
        var keys = ProviderKeys.fresh();
        try (var server = ProviderServer.start(0, IDP, keys, NAMES, SignedParts.ASSERTION)) {
            var broker = KeycloakBroker.of(keycloak, server.metadataUrl());

            var product = new Report.Product(
                    "Keycloak " + System.getProperty("keycloak.version") + " as a broker",
                    "In development mode, a realm with a SAML identity provider imported from the check's metadata:"
                            + " validateSignature and wantAssertionsSigned on, trustEmail on, principalType SUBJECT,"
                            + " syncMode IMPORT, allowedClockSkew as it is by default (0), attribute importers for email,"
                            + " firstName and lastName; the identity is the NameID. Assertions are encrypted to the"
                            + " realm's RSA-OAEP key.");
            var report = Conformance.check("keycloak", product, setting(broker, keys), Set.of("A", "B1", "F5"));

            assertTrue(report.count(Verdict.PASSED) > 20, report.summary());
            assertEquals(List.of(), Conformance.of(report, Verdict.INCONCLUSIVE));
        }
    }

    private static Setting setting(KeycloakBroker broker, ProviderKeys keys) {
        return new Setting(
                broker.serviceProvider(),
                IDP,
                keys,
                broker.start(),
                Setting.USUALLY_ACCEPTED,
                Optional.of(Pattern.compile("[?&]error=|We are sorry|kc-form-login|Unexpected error")),
                broker::who,
                NAMES,
                SignedParts.ASSERTION,
                Optional.of(SignedParts.ASSERTION),
                Duration.ZERO,
                Duration.ofSeconds(30));
    }
}
