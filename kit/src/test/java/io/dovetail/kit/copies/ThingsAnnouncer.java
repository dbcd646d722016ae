package io.dovetail.kit.copies;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.event.Event;
import io.dovetail.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** An owner of state, as services have it: announces its things, four to a page. */
@ApplicationScoped
public class ThingsAnnouncer implements Announcer {
    static final int PAGE = 4;

    /** The data of the state event. */
    record ThingChanged(UUID thing, UUID owner, long revision, String name) {}

    private final Outbox outbox;
    private final DataSource database;
    private final List<Integer> pages = new ArrayList<>();

    ThingsAnnouncer(Outbox outbox, DataSource database) {
        this.outbox = outbox;
        this.database = database;
    }

    /** How many events each page had, since the last question. */
    List<Integer> pages() {
        var since = List.copyOf(pages);
        pages.clear();
        return since;
    }

    @Override
    public Page announce(@Nullable String after) {
        var events = next(after);
        outbox.append(events);
        pages.add(events.size());
        return new Page(
                events.size(),
                events.size() < PAGE ? null : events.get(PAGE - 1).key());
    }

    private List<Event> next(@Nullable String after) {
        var sql = "select id, owner, revision, name from thing where id > ? order by id limit " + PAGE;
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, after == null ? new UUID(0, 0) : UUID.fromString(after));
            var events = new ArrayList<Event>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(event(new ThingChanged(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            rows.getLong(3),
                            rows.getString(4))));
                }
            }
            return events;
        } catch (SQLException failure) {
            throw new IllegalStateException("the things could not be read", failure);
        }
    }

    private static Event event(ThingChanged thing) {
        return Event.of(
                "kit.things",
                "thing-changed",
                thing.thing().toString(),
                thing.owner(),
                Actor.operator(),
                Instant.EPOCH,
                thing);
    }
}
