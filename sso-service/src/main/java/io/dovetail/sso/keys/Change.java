package io.dovetail.sso.keys;

/** What in fresh metadata is not taken over before an administrator looked at it (security.md I10). */
public enum Change {
    ENTITY_ID("The entity ID is another one, so that this may be another provider."),
    SIGN_IN_ADDRESS("The sign-in address is another one."),
    EVERY_KEY("None of the keys that are trusted so far is in it.");

    private final String words;

    Change(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
