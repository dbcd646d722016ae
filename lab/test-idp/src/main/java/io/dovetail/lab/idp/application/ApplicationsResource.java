package io.dovetail.lab.idp.application;

import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.http.Answer;
import io.dovetail.lab.idp.http.Refused;
import io.dovetail.lab.idp.http.Request;
import io.dovetail.lab.idp.http.Routes;
import io.dovetail.lab.idp.likeness.Likeness;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /applications}: list them, make one by JSON or by form. */
public final class ApplicationsResource {

    private final Applications applications;
    private final String baseUrl;

    public ApplicationsResource(Applications applications, String baseUrl) {
        this.applications = applications;
        this.baseUrl = baseUrl;
    }

    public void addTo(Routes routes) {
        routes.on("GET", "/applications", this::list).on("POST", "/applications", this::create);
    }

    private Answer list(Request request) {
        return Answer.json(200, applications.all().stream().map(this::described).toList());
    }

    private Answer create(Request request) {
        ApplicationDraft draft = request.isForm() ? form(request) : request.json(ApplicationDraft.class);
        Application application = draft.application();
        applications.add(application);
        return request.isForm() ? Answer.seeOther("/") : Answer.json(201, described(application));
    }

    private Map<String, Object> described(Application application) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", application.id());
        described.put("name", application.name());
        described.put("idpEntityId", application.idpEntityId());
        described.put("likeness", application.likeness());
        described.put("spEntityId", application.spEntityId());
        described.put("acsUrl", application.acsUrl());
        described.put("metadataUrl", baseUrl + application.metadataPath());
        described.put("ssoUrl", baseUrl + application.ssoPath());
        described.put("tileUrl", baseUrl + application.tilePath());
        return described;
    }

    private static ApplicationDraft form(Request request) {
        return new ApplicationDraft(
                request.text("name"),
                request.text("idpEntityId"),
                request.text("spMetadataXml"),
                request.text("spEntityId"),
                request.text("acsUrl"),
                new AttributeNames(
                        request.text("firstNameAttribute"),
                        request.text("lastNameAttribute"),
                        request.text("samlIdAttribute")),
                choice(Likeness.class, request.text("likeness")),
                request.text("redirectBinding") != null,
                choice(SignedParts.class, request.text("sign")),
                request.text("wantSignedRequests") != null,
                request.text("encrypt") != null);
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, @Nullable String name) {
        try {
            return name == null ? null : Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed(name + " is none of " + Arrays.toString(type.getEnumConstants()) + ".");
        }
    }
}
