package io.dovetail.sso.refresh;

import io.dovetail.sso.connection.Connections;
import io.dovetail.sso.keys.Refreshes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Reads again what is due, a few at a time; a row that one replica has claimed no other finds due. */
@ApplicationScoped
class RefreshDue {
    private static final Logger LOG = Logger.getLogger(RefreshDue.class);
    private static final int BATCH = 64;
    private static final int AT_A_TIME = 8;

    private final Connections connections;
    private final Refreshes refreshes;
    private final RefreshMetadata refreshMetadata;
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME, work -> {
        var thread = new Thread(work, "metadata-refresh");
        thread.setDaemon(true);
        return thread;
    });

    RefreshDue(Connections connections, Refreshes refreshes, RefreshMetadata refreshMetadata) {
        this.connections = connections;
        this.refreshes = refreshes;
        this.refreshMetadata = refreshMetadata;
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            for (var due = claim(); !due.isEmpty(); due = claim()) {
                workers.invokeAll(due.stream().map(this::work).toList());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Refreshes.Due> claim() {
        return QuarkusTransaction.requiringNew().call(() -> refreshes.claim(BATCH));
    }

    private Callable<Boolean> work(Refreshes.Due due) {
        return () -> {
            try {
                refresh(due);
                return true;
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "metadata not refreshed company=%s version=%d", due.companyId(), due.version());
                return false;
            }
        };
    }

    private void refresh(Refreshes.Due due) {
        var isInUse = QuarkusTransaction.requiringNew()
                .call(() -> refreshes.restUnless(
                        due.companyId(),
                        due.version(),
                        () -> connections.versionsInUse(due.companyId()).includes(due.version())));
        if (isInUse) {
            refreshMetadata.handle(new RefreshMetadata.Command(due.companyId(), due.version(), Optional.empty()));
        }
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }
}
