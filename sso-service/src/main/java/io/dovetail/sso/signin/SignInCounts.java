package io.dovetail.sso.signin;

import io.dovetail.sso.saml.response.Warning;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/**
 * Counts sign-ins for the operator, those refused past a company's hundred an hour among them (security.md, "REFUSE
 * means"), and the certificates past their end that were accepted (security.md B11).
 */
@ApplicationScoped
class SignInCounts {
    private static final String SIGN_INS = "dovetail.sign_ins";
    private static final String NO_REASON = "none";

    private final Event<Ended> ended;
    private final MeterRegistry meters;
    private final Counter expired;

    SignInCounts(Event<Ended> ended, MeterRegistry meters) {
        this.ended = ended;
        this.meters = meters;
        this.expired = Counter.builder("dovetail.certificates.expired")
                .description("Answers accepted under a certificate that is past its end")
                .register(meters);
    }

    /**
     * A sign-in that was recorded, or would have been but for the limit; both tags have as many values as their enums.
     */
    record Ended(String result, String reason, boolean underAnExpiredCertificate) {}

    /** Counts as soon as the caller's transaction is committed, and not at all if it is not. */
    void count(SignInRecord record) {
        ended.fire(new Ended(
                record.result().name(),
                record.reason().orElse(NO_REASON),
                record.warnings().contains(Warning.CERTIFICATE_EXPIRED)));
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Ended signIn) {
        meters.counter(SIGN_INS, "result", signIn.result(), "reason", signIn.reason())
                .increment();
        if (signIn.underAnExpiredCertificate()) {
            expired.increment();
        }
    }
}
