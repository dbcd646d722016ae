package io.dovetail.console.users;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of the addresses that were invited, and what is left in the form.
 *
 * @param typed the addresses that stand in the form
 */
public record Invitations(List<Answer> answers, String typed, String role) {
    static final Invitations NONE = new Invitations(List.of(), "", "MEMBER");

    private static final Pattern ENTRY = Pattern.compile("[,;\\r\\n]+");
    /** An address as mail programs copy it: {@code Ada Lovelace <ada@acme.example>}. */
    private static final Pattern NAMED = Pattern.compile("<([^<>]*)>");

    /** What became of one address. */
    public record Answer(String email, String result) {

        public boolean isInvited() {
            return result.equals("INVITED");
        }

        public String inWords() {
            return switch (result) {
                case "INVITED" -> "invited";
                case "ALREADY_INVITED" -> "was invited before; find the address in the list to invite again";
                case "ALREADY_MEMBER" -> "has an account here already";
                case "INVALID" -> "is not an e-mail address";
                default -> result;
            };
        }
    }

    /** The addresses of a text with one or many on a line, each once. */
    static List<String> addresses(String text) {
        return ENTRY.splitAsStream(text)
                .flatMap(Invitations::addressesOfEntry)
                .filter(address -> !address.isBlank())
                .distinct()
                .toList();
    }

    static List<Answer> answers(JsonNode body) {
        var answers = new ArrayList<Answer>();
        for (var result : body.path("results")) {
            answers.add(new Answer(
                    result.path("email").asText(""), result.path("result").asText("")));
        }
        return answers;
    }

    /** Only what nobody could be invited by is left to correct. */
    static Invitations answered(List<Answer> answers, String role) {
        var left = answers.stream()
                .filter(answer -> answer.result().equals("INVALID"))
                .map(Answer::email)
                .collect(Collectors.joining("\n"));
        return new Invitations(answers, left, role);
    }

    private static Stream<String> addressesOfEntry(String entry) {
        var named = NAMED.matcher(entry);
        return named.find() ? Stream.of(named.group(1).strip()) : Arrays.stream(entry.split("\\s+"));
    }
}
