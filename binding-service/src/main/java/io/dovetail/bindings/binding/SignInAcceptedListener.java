package io.dovetail.bindings.binding;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Hears of accepted sign-ins, so that those made to bind take effect even when the browser died on its way here. */
@ApplicationScoped
class SignInAcceptedListener implements EventListener<SignInAccepted> {
    private final Bind bind;

    SignInAcceptedListener(Bind bind) {
        this.bind = bind;
    }

    @Override
    public String type() {
        return "dovetail.sign-in-accepted.v1";
    }

    @Override
    public Class<SignInAccepted> dataType() {
        return SignInAccepted.class;
    }

    @Override
    public void on(Received<SignInAccepted> event) {
        var signIn = event.data();
        var user = signIn.userId();
        if ("BIND".equals(signIn.purpose()) && user != null) {
            var identity = new Identity(signIn.companyId(), signIn.source(), signIn.samlId());
            bind.handle(new Bind.Command(
                    user,
                    identity,
                    ProviderEmail.of(signIn.email()),
                    signIn.signInId(),
                    Optional.ofNullable(signIn.linkId()),
                    Optional.empty()));
        }
    }
}
