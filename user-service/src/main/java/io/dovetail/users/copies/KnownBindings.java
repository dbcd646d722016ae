package io.dovetail.users.copies;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks bindings up in this service's copy. */
@ApplicationScoped
public class KnownBindings {
    private final DataSource database;

    KnownBindings(DataSource database) {
        this.database = database;
    }

    public Optional<KnownBinding> find(UUID binding) {
        return read("binding_id = ?", (connection, select) -> select.setObject(1, binding)).stream()
                .findFirst();
    }

    /**
     * The binding of an identity, compared code point by code point.
     *
     * <p>Empty too while two users seem bound to it: one of them was unbound and that event is still under way. Nobody
     * gets into another's account meanwhile.
     */
    public Optional<KnownBinding> findBound(UUID company, UUID source, String samlId) {
        var bound = read("company_id = ? and source = ? and saml_id = ? and state = 'BOUND'", (connection, select) -> {
            select.setObject(1, company);
            select.setObject(2, source);
            select.setString(3, samlId);
        });
        var users = bound.stream().map(KnownBinding::userId).distinct().count();
        return users == 1 ? Optional.of(bound.get(0)) : Optional.empty();
    }

    /** The bindings, of any source, of these users. */
    public List<KnownBinding> boundUsers(Collection<UUID> users) {
        return read(
                "user_id = any (?) and state = 'BOUND'",
                (connection, select) -> select.setArray(1, connection.createArrayOf("uuid", users.toArray())));
    }

    private interface Parameters {
        void bind(Connection connection, PreparedStatement select) throws SQLException;
    }

    private List<KnownBinding> read(String condition, Parameters parameters) {
        var sql = "select binding_id, company_id, user_id, source, saml_id, state, revision from binding_copy where "
                + condition;
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            parameters.bind(connection, select);
            try (var row = select.executeQuery()) {
                var bindings = new ArrayList<KnownBinding>();
                while (row.next()) {
                    bindings.add(binding(row));
                }
                return bindings;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the copy of bindings could not be read", failure);
        }
    }

    private static KnownBinding binding(ResultSet row) throws SQLException {
        return new KnownBinding(
                row.getObject("binding_id", UUID.class),
                row.getObject("company_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getObject("source", UUID.class),
                row.getString("saml_id"),
                KnownBinding.State.valueOf(row.getString("state")),
                row.getLong("revision"));
    }
}
