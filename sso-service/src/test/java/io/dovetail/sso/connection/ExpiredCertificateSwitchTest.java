package io.dovetail.sso.connection;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.sso.MovableClock;
import io.dovetail.sso.Workplace;
import io.dovetail.sso.refresh.LocalProviders;
import io.dovetail.sso.refresh.Provider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection's own word on certificates that are past their end, from the draft to the sign-in. */
@QuarkusTest
@TestProfile(LocalProviders.class)
@QuarkusTestResource(EmbeddedParts.class)
class ExpiredCertificateSwitchTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";

    @Inject
    MovableClock clock;

    @ParameterizedTest
    @CsvSource({"ACCEPT, 303", "REFUSE, 403"})
    void isSavedWithTheDraftAndObeyed(String said, int status) {
        try (var provider = Provider.saved(ended())) {
            provider.place
                    .asAdministrator()
                    .body(Map.of("metadataUrl", provider.url(), "expiredCertificates", said))
                    .put("/api/sso/" + provider.place.companyId)
                    .then()
                    .statusCode(200)
                    .body("draft.expiredCertificates", equalTo(said));
            var login = provider.place
                    .asAdministrator()
                    .post("/api/sso/" + provider.place.companyId + "/verifications")
                    .<String>path("loginUrl");
            var requestId =
                    provider.place.open(BROWSER, login).header("Location").replaceAll(".*RelayState=", "");

            provider.answer(requestId, ended(), clock.instant()).then().statusCode(status);

            if (status == 403) {
                assertEquals("CERTIFICATE_EXPIRED", provider.place.newestReason());
            }
        }
    }

    @Test
    void isToAcceptUnlessSaidOtherwise() {
        try (var provider = Provider.saved(ended())) {
            provider.place
                    .asAdministrator()
                    .get("/api/sso/" + provider.place.companyId)
                    .then()
                    .body("draft.expiredCertificates", equalTo("ACCEPT"));
        }
    }

    private IdpKeys ended() {
        var now = clock.instant();
        return Workplace.KEYS.withCertificateLife(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)));
    }
}
