package io.dovetail.lab.idp.signin;

import io.dovetail.lab.idp.http.Html;
import io.dovetail.lab.idp.misbehaviour.Misbehaviour;
import io.dovetail.lab.idp.people.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first page of a sign-in: who are you? */
final class SignInPages {

    private SignInPages() {}

    /** One button for each person. */
    static String logIn(String handle, Pending pending, List<Person> people, Optional<Misbehaviour> misbehaviour) {
        String buttons = people.stream().map(SignInPages::button).collect(Collectors.joining());
        return Html.page("Log in to " + pending.application().name(), """
                <section><form class="people" method="post" action="/sign-in/%s">
                %s
                </form></section>
                <section><p>%s</p><p><a href="%s">Switches</a></p></section>
                """.formatted(
                        Html.escape(handle),
                        buttons,
                        Html.escape(misbehaviour.map(Misbehaviour::description).orElse("The answer will be honest.")),
                        Html.escape(pending.application().switchesPath())));
    }

    private static String button(Person person) {
        return """
                <button type="submit" name="username" value="%s">%s <small>%s</small></button>
                """.formatted(
                        Html.escape(person.username()), Html.escape(person.fullName()), Html.escape(person.email()));
    }
}
