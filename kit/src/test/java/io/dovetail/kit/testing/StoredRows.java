package io.dovetail.kit.testing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Rows of the application's own database, each as one text. */
public final class StoredRows {
    private StoredRows() {}

    /** The first column of each row. */
    public static List<String> of(DataSource database, String query, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            for (var index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            var rows = new ArrayList<String>();
            var result = statement.executeQuery();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException failure) {
            throw new AssertionError(query, failure);
        }
    }
}
