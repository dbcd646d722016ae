package io.dovetail.kit.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/** Writes two rows for each event; a test says what happens before, between and after them. */
@ApplicationScoped
public class ThingListener implements EventListener<Thing> {
    static final String TYPE = "dovetail.thing-happened.v1";
    private static final Consumer<Received<Thing>> NOTHING = event -> {};

    private final Effects effects;
    private volatile Consumer<Received<Thing>> before = NOTHING;
    private volatile Consumer<Received<Thing>> between = NOTHING;
    private volatile Consumer<Received<Thing>> after = NOTHING;

    ThingListener(Effects effects) {
        this.effects = effects;
    }

    void reset() {
        before = NOTHING;
        between = NOTHING;
        after = NOTHING;
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
