package io.dovetail.console.linking;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A job that goes over a company's people and mails links.
 *
 * @param state RUNNING, PAUSED or DONE
 * @param done how many people it has looked at, of about so many in all
 */
public record Job(String id, String state, int done, int total) {

    static Job of(JsonNode job) {
        return new Job(
                job.path("jobId").asText(""),
                job.path("state").asText(""),
                job.path("done").asInt(),
                job.path("total").asInt());
    }

    public String stateInWords() {
        return switch (state) {
            case "RUNNING" -> "Under way";
            case "PAUSED" -> "Paused";
            case "DONE" -> "Finished";
            default -> state;
        };
    }

    public boolean isRunning() {
        return state.equals("RUNNING");
    }

    public boolean isPaused() {
        return state.equals("PAUSED");
    }
}
