package io.dovetail.lab.idp.http;

/** A request that is answered with a 4xx and one sentence for whoever made it. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    /** 400 with a sentence. */
    public static Refused malformed(String message) {
        return new Refused(400, message);
    }

    public int status() {
        return status;
    }
}
