package io.dovetail.sso.connection;

import io.dovetail.sso.fetch.FetchRefused;
import io.dovetail.sso.fetch.GuardedFetcher;
import io.dovetail.sso.fetch.SsoConfig;
import io.dovetail.sso.saml.metadata.EntityChoice;
import io.dovetail.sso.saml.metadata.IdpMetadata;
import io.dovetail.sso.saml.metadata.IdpMetadataReader;
import io.dovetail.sso.saml.metadata.MetadataRefused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Reads a provider's metadata, from an address or as they were pasted; never within a transaction. */
@ApplicationScoped
public class ProviderMetadata {
    private static final Logger LOG = Logger.getLogger(ProviderMetadata.class);

    /** The file's making, and our fault: it counts as one that can't be read. */
    private static final String NOT_READ = "NOT_READ";

    private static final String ADVICE =
            "The metadata could not be read, which is our fault. Try again later; or export"
                    + " them afresh and paste them.";

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

        @SuppressWarnings("serial")
        private final List<String> entities;

        Unusable(String reason, String advice, List<String> entities, Exception cause) {
            super(reason, cause);
            this.reason = reason;
            this.advice = advice;
            this.entities = List.copyOf(entities);
        }

        /** From which provider's entity ID one is to be chosen; empty where that is not the question. */
        public List<String> entities() {
            return entities;
        }

        public String reason() {
            return reason;
        }

        public String advice() {
            return advice;
        }
    }

    /** Takes as long as the foreign server does, five seconds at most. */
    public IdpMetadata fetch(String url, EntityChoice choice) throws Unusable {
        try {
            return reader.read(fetcher.fetch(url, IdpMetadataReader.LARGEST), choice, clock.instant());
        } catch (FetchRefused refused) {
            throw new Unusable("NOT_FETCHED", String.valueOf(refused.getMessage()), List.of(), refused);
        } catch (MetadataRefused refused) {
            throw unusable(refused);
        } catch (RuntimeException failure) {
            throw unexpected(failure);
        }
    }

    IdpMetadata read(String pasted, EntityChoice choice) throws Unusable {
        try {
            return reader.read(pasted, choice, clock.instant());
        } catch (MetadataRefused refused) {
            throw unusable(refused);
        } catch (RuntimeException failure) {
            throw unexpected(failure);
        }
    }

    private static Unusable unexpected(RuntimeException failure) {
        LOG.error("metadata could not be read", failure);
        return new Unusable(NOT_READ, ADVICE, List.of(), failure);
    }

    private static Unusable unusable(MetadataRefused refused) {
        return new Unusable(refused.reason().name(), refused.reason().advice(), refused.entities(), refused);
    }
}
