package io.dovetail.sso.connection;

import io.dovetail.sso.fetch.FetchRefused;
import io.dovetail.sso.fetch.GuardedFetcher;
import io.dovetail.sso.fetch.SsoConfig;
import io.dovetail.sso.saml.metadata.IdpMetadata;
import io.dovetail.sso.saml.metadata.IdpMetadataReader;
import io.dovetail.sso.saml.metadata.MetadataRefused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Reads a provider's metadata, from an address or as they were pasted; never within a transaction. */
@ApplicationScoped
public class ProviderMetadata {
    private final GuardedFetcher fetcher;
    private final IdpMetadataReader reader;
    private final Clock clock;

    ProviderMetadata(GuardedFetcher fetcher, SsoConfig config, Clock clock) {
        this.fetcher = fetcher;
        this.reader = new IdpMetadataReader(config.allowInsecureProviders());
        this.clock = clock;
    }

    /** Why there are no metadata; the advice is for the administrator. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;
        private final String advice;

        Unusable(String reason, String advice, Exception cause) {
            super(reason, cause);
            this.reason = reason;
            this.advice = advice;
        }

        public String reason() {
            return reason;
        }

        public String advice() {
            return advice;
        }
    }

    /** Takes as long as the foreign server does, five seconds at most. */
    public IdpMetadata fetch(String url) throws Unusable {
        try {
            return reader.read(fetcher.fetch(url, IdpMetadataReader.LARGEST), clock.instant());
        } catch (FetchRefused refused) {
            throw new Unusable("NOT_FETCHED", String.valueOf(refused.getMessage()), refused);
        } catch (MetadataRefused refused) {
            throw unusable(refused);
        }
    }

    IdpMetadata read(String pasted) throws Unusable {
        try {
            return reader.read(pasted, clock.instant());
        } catch (MetadataRefused refused) {
            throw unusable(refused);
        }
    }

    private static Unusable unusable(MetadataRefused refused) {
        return new Unusable(refused.reason().name(), refused.reason().advice(), refused);
    }
}
