package io.dovetail.lab.idp.signin;

import io.dovetail.lab.idp.Attack;
import io.dovetail.lab.idp.http.Html;
import io.dovetail.lab.idp.people.Person;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The two pages of a sign-in: who are you, and on to the application. */
final class SignInPages {

    private static final String MISBEHAVIOURS = Arrays.stream(Attack.values())
            .map(attack -> "<option>" + attack.name() + "</option>")
            .collect(Collectors.joining());

    private SignInPages() {}

    /** One button for each person. */
    static String logIn(String handle, Pending pending, List<Person> people) {
        String buttons = people.stream().map(SignInPages::button).collect(Collectors.joining());
        return Html.page("Log in to " + pending.application().name(), """
                <section><form class="people" method="post" action="/sign-in/%s">
                %s
                <details><summary>Misbehave</summary><label>Answer with
                <select name="attack"><option value="" selected>an honest response</option>%s</select></label></details>
                </form></section>
                """.formatted(
                        Html.escape(handle), buttons, MISBEHAVIOURS));
    }

    /** The POST binding's form: sent by a script of its own, or by its button. */
    static String send(Pending pending, String response) {
        String state =
                pending.relayState() == null && pending.application().likeness().sendsEmptyRelayState()
                        ? ""
                        : pending.relayState();
        String relayState = state == null ? "" : Html.hidden("RelayState", state);
        return Html.sendingPage("On to " + pending.application().name(), """
                <section><form method="post" action="%s">%s%s
                <p>You are logged in.</p><button type="submit">Continue</button></form></section>
                """.formatted(
                Html.escape(pending.application().acsUrl()), Html.hidden("SAMLResponse", response), relayState));
    }

    private static String button(Person person) {
        return """
                <button type="submit" name="username" value="%s">%s <small>%s</small></button>
                """.formatted(
                        Html.escape(person.username()), Html.escape(person.fullName()), Html.escape(person.email()));
    }
}
