package io.dovetail.journey;

import java.util.List;

/** The moment at which nothing is on its way any more: no event to be sent, no mail, no job. */
final class Silence {
    private static final int LOOKS = 10;
    private static final List<String> SERVICES =
            List.of("sso-service", "binding-service", "user-service", "notification-service");

    private Silence() {}

    /** Between two services an event is nowhere for a moment: only several quiet looks in a row count. */
    static void await(Stack stack) {
        var quiet = new int[1];
        Eventually.until("nothing is on its way any more", () -> {
            quiet[0] = isQuiet(stack) ? quiet[0] + 1 : 0;
            return quiet[0] == LOOKS;
        });
    }

    private static boolean isQuiet(Stack stack) {
        var unsent = SERVICES.stream()
                .mapToInt(service -> stack.database(service)
                        .rows("select id from outbox where sent_at is null and refused is null")
                        .size())
                .sum();
        var queued = stack.database("notification-service").rows("select id from delivery where state = 'QUEUED'");
        var jobs = stack.database("binding-service").rows("select id from job where state = 'RUNNING'");
        return unsent == 0 && queued.isEmpty() && jobs.isEmpty();
    }
}
