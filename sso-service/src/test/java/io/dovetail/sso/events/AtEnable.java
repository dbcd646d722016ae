package io.dovetail.sso.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.kit.testing.History;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The rows of sso-service as they stood when single sign-on of a recorded company had just been enabled, with the
 * sign-ins that were accepted before and after it.
 *
 * <p>Enable asks for the entitlement, so that the company's copy is of the revision that was heard by then. The moments
 * are the recorded ones with Enable put to now: records are deleted when they are old.
 */
@ApplicationScoped
class AtEnable {
    private final EntityManager database;
    private final Instant now = Instant.now();

    AtEnable(EntityManager database) {
        this.database = database;
    }

    void stand(History history, int order) {
        QuarkusTransaction.requiringNew().run(() -> {
            company(history, order);
            connection(history, order);
            history.where(event -> is(event, "sign-in-accepted"))
                    .events()
                    .forEach(event -> signIn(event, enabledAt(history), order));
        });
    }

    private void company(History history, int order) {
        var heard = history.where(
                        event -> is(event, "company-changed") && time(event).isBefore(enabledAt(history)))
                .events();
        var company = heard.get(heard.size() - 1).get("data");
        run(
                "insert into company_copy (company_id, revision, name, status, single_sign_on) values (?, ?, ?, ?, ?)",
                id(company, "companyId", order),
                company.get("revision").asLong(),
                company.get("name").asText(),
                company.get("status").asText(),
                company.get("singleSignOn").asText());
    }

    private void connection(History history, int order) {
        var trial = history.where(event -> is(event, "connection-changed")
                        && "ON_TRIAL".equals(event.get("data").get("state").asText()))
                .events()
                .get(0)
                .get("data");
        var company = id(trial, "companyId", order);
        run(
                "insert into connection (company_id, revision, state, current_version, last_version, switch_over,"
                        + " settled_switch_over, switched_at, trial_ends_at) values (?, ?, 'ON_TRIAL', 1, 1, ?, ?, ?, ?)",
                company,
                trial.get("revision").asLong(),
                trial.get("switchOver").asLong(),
                trial.get("settledSwitchOver").asLong(),
                Timestamp.from(now),
                Timestamp.from(now.plus(Duration.ofHours(24))));
        run(
                "insert into connection_version (company_id, version, provider, idp_entity_id,"
                        + " sso_redirect_url, first_name_attribute, last_name_attribute, saml_id_attribute,"
                        + " clock_skew_seconds, idp_initiated, required_signature, sign_requests,"
                        + " provider_wants_signed_requests, encrypt_assertions, source, saved_by, saved_at)"
                        + " values (?, 1, ?, 'https://idp.example', 'https://idp.example/sso', 'first_name',"
                        + " 'last_name', 'saml_id', 180, 'RESTART', 'ASSERTION', false, false, false, ?, ?, now())",
                company,
                trial.get("provider").asText(),
                id(trial, "source", order),
                company);
    }

    private void signIn(JsonNode accepted, Instant enabledAt, int order) {
        var data = accepted.get("data");
        run(
                "insert into sign_in_record (id, company_id, word_code, at, purpose, version, result)"
                        + " values (?, ?, 'any', ?, ?, 1, 'ACCEPTED')",
                id(data, "signInId", order),
                id(data, "companyId", order),
                Timestamp.from(now.plus(Duration.between(enabledAt, time(accepted)))),
                data.get("purpose").asText());
    }

    private static Instant enabledAt(History history) {
        return time(
                history.where(event -> is(event, "connection-enabled")).events().get(0));
    }

    private static boolean is(JsonNode event, String name) {
        return event.get("type").asText().equals("dovetail." + name + ".v1");
    }

    private static Instant time(JsonNode event) {
        return Instant.parse(event.get("time").asText());
    }

    private static UUID id(JsonNode data, String name, int order) {
        return History.id(data.get(name).asText(), order);
    }

    private void run(String sql, Object... parameters) {
        var query = database.createNativeQuery(sql);
        for (var index = 0; index < parameters.length; index++) {
            query.setParameter(index + 1, parameters[index]);
        }
        query.executeUpdate();
    }
}
