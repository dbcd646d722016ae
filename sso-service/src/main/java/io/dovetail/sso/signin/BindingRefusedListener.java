package io.dovetail.sso.signin;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** A sign-in by a binding link was accepted, and still bound nobody. */
@ApplicationScoped
class BindingRefusedListener implements EventListener<BindingRefusedListener.BindingRefused> {
    private final EndSignIn endSignIn;

    BindingRefusedListener(EndSignIn endSignIn) {
        this.endSignIn = endSignIn;
    }

    /** Deed {@code dovetail.binding-refused.v1}, as far as it matters here; the reasons are binding-service's. */
    record BindingRefused(UUID companyId, UUID signInId, String reason) {}

    @Override
    public String type() {
        return "dovetail.binding-refused.v1";
    }

    @Override
    public Class<BindingRefused> dataType() {
        return BindingRefused.class;
    }

    @Override
    public void on(Received<BindingRefused> event) {
        var refused = event.data();
        endSignIn.handle(new EndSignIn.Command(
                refused.companyId(),
                refused.signInId(),
                SignInRecord.Result.BINDING_REFUSED,
                Optional.of(refused.reason())));
    }
}
