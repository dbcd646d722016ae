package io.dovetail.users;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.testing.PublishedEvents;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** The other services' view of this one: what lies in its outbox. */
@Singleton
public class Published extends PublishedEvents {
    Published(DataSource database, ObjectMapper json) {
        super(database, json);
    }
}
