package io.dovetail.sso.signin;

import io.dovetail.sso.saml.response.Refusal;
import io.dovetail.sso.saml.response.Warning;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of one sign-in, for the company's administrators. */
@Entity
@SuppressWarnings("NullAway.Init")
class SignInRecord {

    /** The end as far as it is known here; the last four are the other services' word. */
    enum Result {
        ACCEPTED,
        VERIFIED,
        REFUSED,
        SESSION_OPENED,
        NOT_BOUND,
        DEACTIVATED,
        BINDING_REFUSED
    }

    @Id
    private UUID id;

    private UUID companyId;
    private String wordCode;
    private Instant at;

    @Enumerated(EnumType.STRING)
    private @Nullable Purpose purpose;

    private @Nullable Integer version;

    @Enumerated(EnumType.STRING)
    private Result result;

    private @Nullable String reason;
    private @Nullable String expected;
    private @Nullable String received;
    private @Nullable Long clockDifferenceMillis;
    /** Names of warnings, with commas between; null for none. */
    private @Nullable String warnings;

    protected SignInRecord() {}

    private SignInRecord(
            UUID companyId, Optional<Purpose> purpose, Optional<Integer> version, Result result, Instant at) {
        this.id = UUID.randomUUID();
        this.companyId = companyId;
        this.wordCode = WordCode.fresh();
        this.at = at;
        this.purpose = purpose.orElse(null);
        this.version = version.orElse(null);
        this.result = result;
    }

    static SignInRecord accepted(UUID companyId, Purpose purpose, AcceptedAnswer answer, Instant at) {
        var result = purpose == Purpose.VERIFY ? Result.VERIFIED : Result.ACCEPTED;
        var record = new SignInRecord(companyId, Optional.of(purpose), Optional.of(answer.version()), result, at);
        record.clockDifferenceMillis = answer.clockDifference().toMillis();
        record.warnings = answer.warnings().isEmpty() ? null : answer.warnings();
        return record;
    }

    static SignInRecord refused(
            UUID companyId, Optional<Purpose> purpose, Optional<Integer> version, Refusal refusal, Instant at) {
        var record = new SignInRecord(companyId, purpose, version, Result.REFUSED, at);
        record.reason = refusal.reason().name();
        record.expected = refusal.expected();
        record.received = refusal.received();
        record.clockDifferenceMillis =
                refusal.clockDifference().map(Duration::toMillis).orElse(null);
        return record;
    }

    UUID id() {
        return id;
    }

    UUID companyId() {
        return companyId;
    }

    String wordCode() {
        return wordCode;
    }

    Optional<Purpose> purpose() {
        return Optional.ofNullable(purpose);
    }

    Instant at() {
        return at;
    }

    Result result() {
        return result;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** What an administrator should know of an accepted answer. */
    List<Warning> warnings() {
        return warnings == null
                ? List.of()
                : Stream.of(warnings.split(",")).map(Warning::valueOf).toList();
    }

    SignInRefused refusedEvent() {
        return new SignInRefused(companyId, id, purpose, String.valueOf(reason), wordCode);
    }

    SignInView view() {
        return new SignInView(
                id,
                wordCode,
                at,
                purpose,
                version,
                result,
                reason,
                expected,
                received,
                clockDifferenceMillis,
                warnings());
    }
}
