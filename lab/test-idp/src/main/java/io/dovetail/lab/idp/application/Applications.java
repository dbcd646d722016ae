package io.dovetail.lab.idp.application;

import io.dovetail.lab.idp.http.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All applications, in the order in which they were made. */
public final class Applications {

    private final Map<String, Application> byId = new LinkedHashMap<>();

    synchronized void add(Application application) {
        byId.put(application.id(), application);
    }

    public synchronized List<Application> all() {
        return new ArrayList<>(byId.values());
    }

    /** The application of an address; 404 if there is none. */
    public synchronized Application require(String id) {
        return Optional.ofNullable(byId.get(id))
                .orElseThrow(() -> new Refused(404, "There is no application " + id + "."));
    }
}
