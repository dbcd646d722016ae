package io.dovetail.kit.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/** Writes two rows for each event; a test says what happens before, between and after them. */
@ApplicationScoped
public class ThingListener implements EventListener<Thing> {
    static final String TYPE = "dovetail.thing-happened.v1";

    private final Effects effects;
    private volatile Consumer<Received<Thing>> before = event -> {};
    private volatile Consumer<Received<Thing>> between = event -> {};
    private volatile Consumer<Received<Thing>> after = event -> {};

    ThingListener(Effects effects) {
        this.effects = effects;
    }

    void reset() {
        before = event -> {};
        between = event -> {};
        after = event -> {};
    }

    void before(Consumer<Received<Thing>> deed) {
        before = deed;
    }

    void between(Consumer<Received<Thing>> deed) {
        between = deed;
    }

    void after(Consumer<Received<Thing>> deed) {
        after = deed;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Thing> dataType() {
        return Thing.class;
    }

    @Override
    public void on(Received<Thing> event) {
        before.accept(event);
        effects.write(event.id(), "first");
        between.accept(event);
        effects.write(event.id(), "second");
        after.accept(event);
    }
}
