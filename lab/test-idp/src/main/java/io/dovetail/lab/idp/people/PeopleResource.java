package io.dovetail.lab.idp.people;

import io.dovetail.lab.idp.http.Answer;
import io.dovetail.lab.idp.http.Request;
import io.dovetail.lab.idp.http.Routes;

/** {@code /people}: list them, add one by JSON or by form. */
public final class PeopleResource {

    private final People people;

    public PeopleResource(People people) {
        this.people = people;
    }

    public void addTo(Routes routes) {
        routes.on("GET", "/people", request -> Answer.json(200, people.all())).on("POST", "/people", this::put);
    }

    private Answer put(Request request) {
        Person.Draft draft = request.isForm()
                ? new Person.Draft(
                        request.text("username"),
                        request.text("firstName"),
                        request.text("lastName"),
                        request.text("email"))
                : request.json(Person.Draft.class);
        Person person = draft.person();
        people.put(person);
        return request.isForm() ? Answer.seeOther("/") : Answer.json(201, person);
    }
}
