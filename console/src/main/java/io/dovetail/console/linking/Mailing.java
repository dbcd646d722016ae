package io.dovetail.console.linking;

/** What jobs mail; each kind has its own calls. */
public enum Mailing {
    LINKS("/api/bindings/", "Links that link accounts", ""),
    PASSWORDS("/api/users/", "Links to create a password, and invitations without single sign-on", "?of=passwords");

    private final String api;
    private final String title;
    private final String query;

    Mailing(String api, String title, String query) {
        this.api = api;
        this.title = title;
        this.query = query;
    }

    static Mailing of(boolean passwords) {
        return passwords ? PASSWORDS : LINKS;
    }

    public String title() {
        return title;
    }

    /** What stands behind the address of a job's page. */
    String query() {
        return query;
    }

    String jobs(String company) {
        return api + company + "/jobs";
    }
}
