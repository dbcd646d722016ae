package io.dovetail.kit.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Locale;

/** Tells a database that is away for a moment from a statement that is wrong. */
public final class DatabaseAway {
    /** What a demoted primary answers during a fail-over. */
    private static final String READ_ONLY = "25006";

    private DatabaseAway() {}

    /** Whether somewhere in the chain of causes stands a lost connection, a shutdown, a full pool or a deadlock. */
    public static boolean isBehind(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isAway(sql)) {
                return true;
            }
        }
        return false;
    }

    /** SQLSTATE classes of PostgreSQL's manual, appendix A: 08 connection, 53 resources, 57P shutdown, 40 rollback. */
    private static boolean isAway(SQLException exception) {
        var state = exception.getSQLState();
        if (state == null) {
            return exception instanceof SQLTransientException
                    || exception.getCause() instanceof IOException
                    || String.valueOf(exception.getMessage())
                            .toLowerCase(Locale.ROOT)
                            .contains("acquisition timeout");
        }
        return state.startsWith("08")
                || READ_ONLY.equals(state)
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.startsWith("40");
    }
}
