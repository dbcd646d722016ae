package io.dovetail.lab.idp.application;

import io.dovetail.lab.idp.http.Answer;
import io.dovetail.lab.idp.http.Html;
import io.dovetail.lab.idp.http.Routes;
import io.dovetail.lab.idp.likeness.Likeness;
import io.dovetail.lab.idp.people.People;
import java.util.Arrays;
import java.util.stream.Collectors;

/** {@code /}: the administrator's page, with the applications and the people. */
public final class HomePage {

    private static final String FORMS = """
            <section><h2>New application</h2><form method="post" action="/applications">
            <label>Name <input type="text" name="name" required></label>
            <label>IdP entity ID <input type="text" name="idpEntityId" value="IdP Entity ID"></label>
            <label>SP metadata <textarea name="spMetadataXml" rows="4"></textarea></label>
            <label>or SP entity ID <input type="text" name="spEntityId"></label>
            <label>and ACS URL <input type="text" name="acsUrl"></label>
            <label>Attribute with the first name <input type="text" name="firstNameAttribute"></label>
            <label>Attribute with the last name <input type="text" name="lastNameAttribute"></label>
            <label>Attribute with the username <input type="text" name="samlIdAttribute"></label>
            <label>In the likeness of <select name="likeness">%s</select></label>
            <label>Sign <select name="sign"><option value="" selected>what the likeness signs</option>
            <option value="ASSERTION">the assertion</option>
            <option value="RESPONSE">the response</option><option value="BOTH">both</option>
            <option value="NONE">nothing</option></select></label>
            <label><input type="checkbox" name="redirectBinding" value="on"> Offer the Redirect binding too (JumpCloud)</label>
            <label><input type="checkbox" name="wantSignedRequests" value="on"> Want signed requests</label>
            <label><input type="checkbox" name="encrypt" value="on"> Encrypt assertions</label>
            <button type="submit">Add application</button></form></section>
            <section><h2>New person</h2><form method="post" action="/people">
            <label>Username <input type="text" name="username" required></label>
            <label>First name <input type="text" name="firstName" required></label>
            <label>Last name <input type="text" name="lastName" required></label>
            <label>E-mail address <input type="text" name="email"></label>
            <button type="submit">Add person</button></form></section>
            <section><h2>Session</h2><form method="post" action="/sign-out">
            <button type="submit">Sign out here</button></form></section>
            """.formatted(Arrays.stream(Likeness.values())
            .map(likeness -> "<option value=\"" + likeness + "\">" + likeness.title() + "</option>")
            .collect(Collectors.joining()));

    private final Applications applications;
    private final People people;

    public HomePage(Applications applications, People people) {
        this.applications = applications;
        this.people = people;
    }

    public void addTo(Routes routes) {
        routes.on("GET", "/", request -> Answer.html(200, Html.page("Applications and people", body())));
    }

    private String body() {
        return applicationTable() + peopleTable() + FORMS;
    }

    private String applicationTable() {
        String rows = applications.all().stream().map(HomePage::row).collect(Collectors.joining());
        return """
                <section><h2>Applications</h2><table><thead><tr><th>Name</th><th>Likeness</th><th>IdP entity ID</th>
                <th>Service provider</th><th></th></tr></thead><tbody>%s</tbody></table></section>
                """.formatted(rows);
    }

    private static String row(Application application) {
        return """
                <tr><td>%s</td><td>%s</td><td>%s</td><td>%s<br><small>%s</small></td>
                <td><a href="%s">Metadata</a> <a href="%s">Tile</a>
                <a href="%s">Switches</a></td></tr>
                """.formatted(
                        Html.escape(application.name()),
                        Html.escape(application.likeness().title()),
                        Html.escape(application.idpEntityId()),
                        Html.escape(application.spEntityId()),
                        Html.escape(application.acsUrl()),
                        Html.escape(application.metadataPath()),
                        Html.escape(application.tilePath()),
                        Html.escape(application.switchesPath()));
    }

    private String peopleTable() {
        String rows = people.all().stream()
                .map(person -> "<tr><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                Html.escape(person.fullName()),
                                Html.escape(person.username()),
                                Html.escape(person.email())))
                .collect(Collectors.joining());
        return """
                <section><h2>People</h2><table><thead><tr><th>Name</th><th>Username</th>
                <th>E-mail address</th></tr></thead><tbody>%s</tbody></table></section>
                """.formatted(rows);
    }
}
