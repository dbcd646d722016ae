package io.dovetail.notifications.sending;

import io.dovetail.notifications.delivery.DeliveryQueued;
import io.dovetail.notifications.delivery.DueDelivery;
import io.dovetail.notifications.delivery.TakeUpDeliveries;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * The threads that send: woken when a delivery was queued here, and every so often for those that others queued, that
 * wait for another try, or whose sender died.
 */
@ApplicationScoped
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(9);

    private final SenderConfig config;
    private final TakeUpDeliveries takeUp;
    private final SendMail sendMail;
    private final Clock clock;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Sender(SenderConfig config, TakeUpDeliveries takeUp, SendMail sendMail, Clock clock) {
        this.config = config;
        this.takeUp = takeUp;
        this.sendMail = sendMail;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        running = true;
        for (var number = 1; number <= config.threads(); number++) {
            var thread = new Thread(this::run, "mail-sender-" + number);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** Lets mails under way be finished, so that a restart sends none of them twice. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        running = false;
        work.release(config.threads());
        var end = System.nanoTime() + PATIENCE_AT_THE_END.toNanos();
        for (var thread : threads) {
            var left = Duration.ofNanos(end - System.nanoTime());
            thread.join(Math.max(1, left.toMillis()));
        }
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveryQueued delivery) {
        wake();
    }

    @Scheduled(every = "${dovetail.mail.sender.look:2S}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        wake();
    }

    /** Has one more thread look for work; a wake-up while all are busy is remembered. */
    private void wake() {
        if (work.availablePermits() < config.threads()) {
            work.release();
        }
    }

    private void run() {
        while (running) {
            try {
                work.acquire();
                sendWhatIsDue();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.warnf("deliveries not taken up, looking again later cause=%s", failure.toString());
            }
        }
    }

    private void sendWhatIsDue() {
        List<DueDelivery> due;
        do {
            due = running
                    ? takeUp.handle(new TakeUpDeliveries.Command(config.batch(), config.lease(), clock.instant()))
                    : List.of();
            if (due.size() == config.batch()) {
                wake();
            }
            due.forEach(this::sendUnlessStopped);
        } while (!due.isEmpty());
    }

    /** What fails here, the database being away for example, is taken up again when the lease ends. */
    private void sendUnlessStopped(DueDelivery due) {
        if (!running) {
            return;
        }
        try {
            sendMail.handle(due);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "delivery not settled %s", due);
        }
    }
}
