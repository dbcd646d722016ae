package io.dovetail.kit.openapi;

import io.dovetail.kit.problem.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** A problem as the description of an API shows it (RFC 9457). */
final class ProblemModel {
    static final String NAME = "Problem";

    private ProblemModel() {}

    static APIResponse response(String description) {
        return OASFactory.createAPIResponse().description(description).content(content());
    }

    private static Content content() {
        var schema = OASFactory.createSchema().ref(NAME);
        return OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema));
    }

    static Schema schema() {
        var field = object("A field and the rule that it breaks")
                .addProperty("field", text("As the caller named it: `admin.email`"))
                .addProperty("detail", text("What it must be"));
        var fields = OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .description("With `invalid-input`: the fields that do not fit")
                .items(field);
        return object("What went wrong and what to do next (RFC 9457); some problems have members of their own")
                .addProperty("type", text("Leads to the problem's page: `/problems/{slug}`"))
                .addProperty("title", text("What kind of problem it is"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("What to do next"))
                .addProperty("errors", fields)
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
