package io.dovetail.console.web;

/** Ends a request with a page that says what happened and what to do next. */
public class ProblemPage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;

    public ProblemPage(int status, String title, String detail) {
        super(detail.isBlank() ? "Please start again." : detail);
        this.status = status;
        this.title = title.isBlank() ? "This did not work" : title;
    }

    static ProblemPage away() {
        return new ProblemPage(
                503, "Not available at this moment", "Nothing was changed; please try again in a few seconds.");
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
