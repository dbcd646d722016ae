package io.dovetail.users.copies;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Hears of bindings as they are at present. */
@ApplicationScoped
class BindingChangedListener implements EventListener<BindingChanged> {
    private final KeepBinding keepBinding;

    BindingChangedListener(KeepBinding keepBinding) {
        this.keepBinding = keepBinding;
    }

    @Override
    public String type() {
        return "dovetail.binding-changed.v1";
    }

    @Override
    public Class<BindingChanged> dataType() {
        return BindingChanged.class;
    }

    @Override
    public void on(Received<BindingChanged> event) {
        keepBinding.handle(event.data().binding());
    }
}
