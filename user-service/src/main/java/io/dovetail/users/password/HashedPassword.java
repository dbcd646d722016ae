package io.dovetail.users.password;

/** A password in the one form in which it is kept. */
public record HashedPassword(String hash) {

    /** Keeps hashes out of logs. */
    @Override
    public String toString() {
        return "hashed password";
    }
}
