package io.dovetail.sso.refresh;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.kit.testing.Eventually;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.sso.Workplace;
import io.dovetail.sso.fetch.Site;
import io.dovetail.sso.keys.TakeOverMetadata.Outcome;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A provider may take its time: nobody waits for it, and what it said long ago takes nothing back. */
@QuarkusTest
@TestProfile(LocalProviders.class)
@QuarkusTestResource(EmbeddedParts.class)
class SlowProviderTest {
    private static final IdpKeys KEYS = Workplace.KEYS;
    private static final IdpKeys NEXT = IdpKeys.rsa2048();

    private final CountDownLatch patience = new CountDownLatch(1);

    @Inject
    RefreshMetadata refreshMetadata;

    @Test
    void whatALaterReadBroughtIsNotTakenBackByAnEarlierOne() throws Exception {
        try (var provider = Provider.enabled(KEYS)) {
            var slow = refreshSlowly(provider);
            provider.publish(KEYS, NEXT);
            provider.refreshNow().then().body("versions[0].result", equalTo("KEYS_CHANGED"));

            patience.countDown();

            assertInstanceOf(Outcome.Overtaken.class, slow.get());
            provider.read().then().body("current.keys", hasSize(2));
        }
    }

    @Test
    void administratorsWorkOnWhileTheProviderTakesItsTime() throws Exception {
        try (var provider = Provider.enabled(KEYS)) {
            var slow = refreshSlowly(provider);

            provider.place
                    .asAdministrator()
                    .post("/api/sso/" + provider.place.companyId + "/disable")
                    .then()
                    .statusCode(200);
            provider.place.save("RESTART");

            patience.countDown();
            assertInstanceOf(Outcome.Taken.class, slow.get());
        }
    }

    /** Returns once the provider was asked; it answers with its old key when the test lets it. */
    private CompletableFuture<Outcome> refreshSlowly(Provider provider) {
        var company = provider.place.companyId;
        var old = Provider.metadata(company.toString(), Provider.SSO, "", KEYS);
        provider.answerWith((path, out) -> {
            try {
                patience.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            Site.text(old).write(path, out);
        });
        var reads = provider.reads();
        var slow = CompletableFuture.supplyAsync(
                () -> refreshMetadata.handle(new RefreshMetadata.Command(company, 1, Optional.empty())));
        Eventually.until("the provider to be asked", () -> provider.reads() > reads);
        return slow;
    }
}
