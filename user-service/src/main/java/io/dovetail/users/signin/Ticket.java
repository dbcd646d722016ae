package io.dovetail.users.signin;

import io.dovetail.kit.ticket.Opened;
import io.dovetail.users.copies.KnownBinding;
import io.dovetail.users.copies.KnownConnection;
import io.dovetail.users.user.PersonName;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proof that was sealed for this service alone: of an identity, or of a recovery code. */
sealed interface Ticket {

    /** What it is spent by. */
    Opened<?> opened();

    UUID companyId();

    /** Of the browser that may bring it; empty if it was made for none. */
    Optional<String> browser();

    /** The provider was asked who it is. */
    sealed interface OfIdentity extends Ticket {
        UUID signInId();

        /** When the provider ends the session; empty if it does not say. */
        Optional<Instant> sessionEnd();

        /** What the provider calls the person; empty if it says nothing usable. */
        Optional<PersonName> name();
    }

    /** sso-service vouches for an identity. */
    record OfSignIn(Opened<Claims> opened) implements OfIdentity {

        /**
         * The claims of purpose {@code sign-in}.
         *
         * @param notAfter SessionNotOnOrAfter of the assertion in epoch seconds (SAML Core 2.7.2); null without one
         */
        record Claims(
                UUID companyId,
                UUID source,
                String samlId,
                String firstName,
                String lastName,
                UUID signInId,
                long connectionRevision,
                KnownConnection.State connectionState,
                String browserHash,
                @Nullable Long notAfter) {
            Claims {
                Objects.requireNonNull(companyId);
                Objects.requireNonNull(source);
                Objects.requireNonNull(samlId);
                Objects.requireNonNull(signInId);
                Objects.requireNonNull(connectionState);
                Objects.requireNonNull(browserHash);
            }
        }

        @Override
        public UUID companyId() {
            return opened.claims().companyId();
        }

        @Override
        public UUID signInId() {
            return opened.claims().signInId();
        }

        @Override
        public Optional<Instant> sessionEnd() {
            return Optional.ofNullable(opened.claims().notAfter()).map(Instant::ofEpochSecond);
        }

        @Override
        public Optional<String> browser() {
            return Optional.of(opened.claims().browserHash());
        }

        @Override
        public Optional<PersonName> name() {
            return PersonName.find(opened.claims().firstName(), opened.claims().lastName());
        }
    }

    /** sso-service vouches for an administrator's recovery code. */
    record OfRecovery(Opened<Claims> opened) implements Ticket {

        /** The claims of purpose {@code recovery}. */
        record Claims(UUID companyId, UUID userId, @Nullable String browserHash) {
            Claims {
                Objects.requireNonNull(companyId);
                Objects.requireNonNull(userId);
            }
        }

        @Override
        public UUID companyId() {
            return opened.claims().companyId();
        }

        @Override
        public Optional<String> browser() {
            return Optional.ofNullable(opened.claims().browserHash());
        }
    }

    /** binding-service vouches for a user's binding; without a browser when they linked their own account. */
    record OfBinding(Opened<Claims> opened) implements OfIdentity {

        /** The claims of purpose {@code bound}. */
        record Claims(
                UUID bindingId,
                UUID companyId,
                UUID userId,
                UUID source,
                String samlId,
                @Nullable String firstName,
                @Nullable String lastName,
                long revision,
                long connectionRevision,
                @Nullable Long notAfter,
                UUID signInId,
                @Nullable String browserHash) {
            Claims {
                Objects.requireNonNull(bindingId);
                Objects.requireNonNull(companyId);
                Objects.requireNonNull(userId);
                Objects.requireNonNull(source);
                Objects.requireNonNull(samlId);
                Objects.requireNonNull(signInId);
            }

            KnownBinding binding() {
                return new KnownBinding(
                        bindingId, companyId, userId, source, samlId, KnownBinding.State.BOUND, revision);
            }
        }

        @Override
        public UUID companyId() {
            return opened.claims().companyId();
        }

        @Override
        public UUID signInId() {
            return opened.claims().signInId();
        }

        @Override
        public Optional<String> browser() {
            return Optional.ofNullable(opened.claims().browserHash());
        }

        @Override
        public Optional<Instant> sessionEnd() {
            return Optional.ofNullable(opened.claims().notAfter()).map(Instant::ofEpochSecond);
        }

        @Override
        public Optional<PersonName> name() {
            return PersonName.find(opened.claims().firstName(), opened.claims().lastName());
        }
    }
}
