package io.dovetail.users.guessing;

import io.dovetail.users.password.PasswordCreated;
import io.dovetail.users.user.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Knows the owner of an account by the password that they created, in the transaction that creates it: whoever is kept
 * out while strangers guess has a link mailed, and gets in from where it is opened.
 */
@ApplicationScoped
class StartAfreshWithPassword {
    private final PasswordGuesses guesses;
    private final Users users;

    StartAfreshWithPassword(PasswordGuesses guesses, Users users) {
        this.guesses = guesses;
        this.users = users;
    }

    void handle(@Observes PasswordCreated created) {
        users.find(created.userId()).ifPresent(guesses::startAfresh);
    }
}
