package io.dovetail.users.removal;

import io.dovetail.users.erasure.ForgetEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Erases removed companies batch by batch, each in a transaction of its own: any replica goes on where a dead one
 * stopped, and the company's own row goes last.
 */
@ApplicationScoped
class EraseCompanies {
    private static final Logger LOG = Logger.getLogger(EraseCompanies.class);
    private static final int BATCH = 1_000;

    private final CompanyRows rows;
    private final ForgetEvents forgetEvents;

    EraseCompanies(CompanyRows rows, ForgetEvents forgetEvents) {
        this.rows = rows;
        this.forgetEvents = forgetEvents;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void handle() {
        var more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::eraseSome);
        }
    }

    private boolean eraseSome() {
        var company = rows.take();
        company.ifPresent(this::eraseSome);
        return company.isPresent();
    }

    private void eraseSome(UUID company) {
        if (rows.deleteUsers(company, BATCH) == 0
                && rows.deleteActs(company, BATCH) == 0
                && forgetEvents.ofCompany(company, BATCH) == 0) {
            rows.deleteRest(company);
            LOG.infof("company erased company=%s", company);
        }
    }
}
