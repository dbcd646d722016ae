package io.dovetail.sso.copies;

import io.dovetail.kit.event.EventListener;
import io.dovetail.kit.event.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the copy of a binding. */
@ApplicationScoped
class BindingChangedListener implements EventListener<BindingChanged> {
    private final Bindings bindings;

    BindingChangedListener(Bindings bindings) {
        this.bindings = bindings;
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
        bindings.keep(event.data());
    }
}
