package io.dovetail.journey;

import java.util.List;
import java.util.stream.Collectors;

/** What the databases of all four services hold of somebody, whatever the table and the column. */
final class Remains {
    private static final List<String> SERVICES =
            List.of("sso-service", "binding-service", "user-service", "notification-service");
    private static final String COLUMNS = "select c.table_name, c.column_name, c.data_type from"
            + " information_schema.columns c join information_schema.tables t using (table_schema, table_name)"
            + " where table_schema = 'public' and table_type = 'BASE TABLE'";

    private Remains() {}

    /**
     * A row that holds the text.
     *
     * @param place service, table and column
     * @param row as one text
     */
    record Found(String place, String row) {}

    /** Every row with the text in any of its columns, in any case of its letters, also inside of bytes. */
    static List<Found> of(Stack stack, String text) {
        return SERVICES.stream()
                .flatMap(service -> stack.database(service).rows(search(stack.database(service), text)).stream()
                        .map(row -> row.split("\\|", 2))
                        .map(row -> new Found(service + " " + row[0], row[1])))
                .toList();
    }

    private static String search(Database database, String text) {
        return database.rows(COLUMNS).stream()
                .map(row -> row.split("\\|"))
                .map(column -> searchColumn(column[0], column[1], column[2], text))
                .collect(Collectors.joining(" union all "));
    }

    private static String searchColumn(String table, String column, String type, String text) {
        var readable = "bytea".equals(type) ? "encode(\"%s\", 'escape')" : "\"%s\"::text";
        return "select '%s.%s', t::text from \"%s\" t where position(lower('%s') in lower(%s)) > 0"
                .formatted(table, column, table, text, readable.formatted(column));
    }

    /** In how many services it is noted that the id was removed for good. */
    static long forgotten(Stack stack, String id) {
        return SERVICES.stream()
                .filter(service -> !stack.database(service)
                        .rows("select id from forgotten where id = '" + id + "'")
                        .isEmpty())
                .count();
    }

    /** Waits until every service has forgotten the id, and nothing is on its way any more. */
    static void awaitForgotten(Stack stack, String id) {
        Eventually.until("every service has forgotten " + id, () -> forgotten(stack, id) == SERVICES.size());
        Silence.await(stack);
    }
}
