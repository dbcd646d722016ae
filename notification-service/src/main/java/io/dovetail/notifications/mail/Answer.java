package io.dovetail.notifications.mail;

/** What the mail server said to a mail. */
public sealed interface Answer {
    int LONGEST = 500;

    /** It took the mail, and from now on answers for it. */
    record Taken() implements Answer {}

    /** It may take the mail later: a 4xx answer, or none at all. */
    record TryLater(String text) implements Answer {
        public TryLater {
            text = shortened(text);
        }
    }

    /** It will never take this mail: a 5xx answer, or nothing that could be sent at all. */
    record Refused(String text) implements Answer {
        public Refused {
            text = shortened(text);
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
