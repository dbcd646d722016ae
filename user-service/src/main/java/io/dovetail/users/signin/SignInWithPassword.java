package io.dovetail.users.signin;

import io.dovetail.kit.problem.Problem;
import io.dovetail.kit.problem.ProblemException;
import io.dovetail.users.company.Companies;
import io.dovetail.users.company.CompanyProfile;
import io.dovetail.users.guessing.PasswordGuesses;
import io.dovetail.users.password.CheckPassword;
import io.dovetail.users.session.OpenSession;
import io.dovetail.users.session.OpenedSession;
import io.dovetail.users.session.SessionMethod;
import io.dovetail.users.user.EmailAddress;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.Users;
import io.dovetail.users.wayin.AskWayIn;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs in by address and password; outside of a transaction until the password is right. */
@ApplicationScoped
class SignInWithPassword {
    private final Users users;
    private final Companies companies;
    private final CheckPassword checkPassword;
    private final AskWayIn askWayIn;
    private final OpenSession openSession;
    private final PasswordGuesses guesses;

    SignInWithPassword(
            Users users,
            Companies companies,
            CheckPassword checkPassword,
            AskWayIn askWayIn,
            OpenSession openSession,
            PasswordGuesses guesses) {
        this.users = users;
        this.companies = companies;
        this.checkPassword = checkPassword;
        this.askWayIn = askWayIn;
        this.openSession = openSession;
        this.guesses = guesses;
    }

    /** @param company narrows the accounts of the address to one */
    record Command(EmailAddress address, String password, Optional<String> company) {}

    OpenedSession handle(Command command) {
        var guess = guesses.begin(command.address());
        var accounts = users.withAddress(command.address()).stream()
                .filter(user -> command.company()
                        .map(user.companyId().toString()::equals)
                        .orElse(true))
                .toList();
        var fitting = checkPassword.handle(new CheckPassword.Command(accounts, command.password()));
        if (fitting.isEmpty() || !guesses.admits(guess, accountsOf(fitting))) {
            throw refused(command, guess.tooMany());
        }
        guesses.forgive(guess);
        if (fitting.size() > 1) {
            throw SignInProblems.severalCompanies(companiesOf(fitting)).exception();
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> open(fitting.get(0)))
                .orElseThrow(() -> refused(command, Optional.empty()));
    }

    /**
     * Passwords may be off, also since a moment ago: whoever has the address is mailed their way in.
     *
     * @param tooMany what is answered in place of wrong-credentials, right or wrong, once too many were wrong
     */
    private ProblemException refused(Command command, Optional<Problem> tooMany) {
        askWayIn.handle(new AskWayIn.Command(command.address(), false));
        return tooMany.orElseGet(SignInProblems::wrongCredentials).exception();
    }

    private Optional<OpenedSession> open(CheckPassword.Fitting fitting) {
        var owner = checkPassword.stillFitting(fitting);
        owner.ifPresent(guesses::noteOwner);
        return owner.map(
                account -> openSession.handle(new OpenSession.Command(account, SessionMethod.PASSWORD, null, null)));
    }

    private static List<UserProfile> accountsOf(List<CheckPassword.Fitting> fitting) {
        return fitting.stream().map(CheckPassword.Fitting::account).toList();
    }

    private List<Map<String, String>> companiesOf(List<CheckPassword.Fitting> fitting) {
        return fitting.stream()
                .map(found -> found.account().companyId())
                .flatMap(id -> companies.find(id).stream())
                .map(SignInWithPassword::choice)
                .toList();
    }

    private static Map<String, String> choice(CompanyProfile company) {
        return Map.of("companyId", company.companyId().toString(), "name", company.name());
    }
}
