package io.dovetail.kit.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps copies of foreign state by revision: the highest wins, whatever the order of arrival.
 *
 * <p>The table has a column {@code revision bigint not null} and a unique constraint over the key's columns. Table and
 * column names come from code, never from outside.
 */
@ApplicationScoped
public class Copies {
    private final DataSource database;

    Copies(DataSource database) {
        this.database = database;
    }

    /**
     * Writes the row unless a copy with this or a higher revision is there.
     *
     * @return whether this revision was news
     */
    public boolean keepNewest(
            String table, Map<String, ?> key, long revision, Map<String, ? extends @Nullable Object> columns) {
        var names = new ArrayList<String>(key.keySet());
        var values = new ArrayList<@Nullable Object>(key.values());
        names.add("revision");
        values.add(revision);
        columns.forEach((name, value) -> {
            names.add(name);
            values.add(value);
        });
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(sql(table, List.copyOf(key.keySet()), names))) {
            for (var i = 0; i < values.size(); i++) {
                upsert.setObject(i + 1, column(values.get(i)));
            }
            return upsert.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new IllegalStateException("the copy could not be written table=" + table, failure);
        }
    }

    private static String sql(String table, List<String> key, List<String> names) {
        var changed = names.stream()
                .filter(name -> !key.contains(name))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        return "insert into %s (%s) values (%s) on conflict (%s) do update set %s where %s.revision < excluded.revision"
                .formatted(
                        table,
                        String.join(", ", names),
                        String.join(", ", Collections.nCopies(names.size(), "?")),
                        String.join(", ", key),
                        changed,
                        table);
    }

    private static @Nullable Object column(@Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value instanceof Instant instant ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : value;
    }
}
