package io.dovetail.kit.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Calls of the tests that can go wrong in every way. */
@Path("/api/samples")
@PermitAll
public class SampleResource {
    private final DataSource database;

    SampleResource(DataSource database) {
        this.database = database;
    }

    /** A nested body. */
    public record Place(@NotBlank String street, int number) {}

    /** A body with everything that can be wrong. */
    public record Sample(
            @NotBlank @Size(max = 10) String name,
            @Valid Place place,
            List<@NotBlank String> words,
            @Valid List<Place> places,
            UUID id) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public String create(@Valid @NotNull Sample sample) {
        return sample.name();
    }

    @POST
    @Path("form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public int form(@FormParam("text") String text) {
        return text.length();
    }

    @GET
    public String list(@QueryParam("limit") @Max(100) int limit) {
        return "at most " + limit;
    }

    @GET
    @Path("result")
    @NotBlank
    public String result() {
        return "";
    }

    @GET
    @Path("failure")
    public String failure() {
        throw new IllegalStateException("the secret inside");
    }

    @GET
    @Path("refusal")
    public String refusal() {
        throw Problem.of("too-blue", 409, "It is too blue", "Choose a red one.")
                .with("shade", 3)
                .exception();
    }

    @GET
    @Path("database")
    public String database() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select 'there'");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }
}
