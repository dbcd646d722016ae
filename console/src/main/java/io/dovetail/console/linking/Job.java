package io.dovetail.console.linking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A job that goes over a company's people and mails links.
 *
 * @param kind RECONCILE, SEND or RESEND
 * @param state RUNNING, PAUSED or DONE
 * @param done how many people it has looked at, of about so many in all
 */
public record Job(Mailing mailing, String id, String kind, String state, int done, int total) {
    static final String PAGES = "/settings/sending/";

    static Job of(Mailing mailing, JsonNode job) {
        return new Job(
                mailing,
                job.path("jobId").asText(""),
                job.path("kind").asText(""),
                job.path("state").asText(""),
                job.path("done").asInt(),
                job.path("total").asInt());
    }

    static List<Job> all(Mailing mailing, JsonNode page) {
        var jobs = new ArrayList<Job>();
        page.path("items").forEach(job -> jobs.add(of(mailing, job)));
        return jobs;
    }

    public String title() {
        if (mailing == Mailing.PASSWORDS) {
            return "After single sign-on was turned off or on: links to create a password, and invitations";
        }
        return switch (kind) {
            case "SEND" -> "Links before single sign-on is turned on";
            case "RESEND" -> "New links for everybody who is not linked";
            default -> "After single sign-on was turned on or changed: links for who is owed one";
        };
    }

    public String stateInWords() {
        return switch (state) {
            case "RUNNING" -> "Under way";
            case "PAUSED" -> "Paused";
            case "DONE" -> "Finished";
            default -> state;
        };
    }

    public String progress() {
        return done + " of " + total + " people gone over";
    }

    public String page() {
        return PAGES + id + mailing.query();
    }

    /** Where the form of an act goes. */
    public String act(String act) {
        return PAGES + id + "/" + act + mailing.query();
    }

    public boolean isRunning() {
        return state.equals("RUNNING");
    }

    public boolean isPaused() {
        return state.equals("PAUSED");
    }
}
