package io.dovetail.lab.bench.check;

import io.dovetail.lab.bench.Floor;
import io.dovetail.sso.saml.response.ConnectionTrust;
import io.dovetail.sso.saml.response.SamlResponseCheck;
import io.dovetail.sso.saml.response.Verdict;
import io.dovetail.sso.saml.response.VerifiedAssertion;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.w3c.dom.Document;

/** The whole check of a response, from the form field to the verdict, beside the floor of the same response. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class CheckBenchmark {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Param
    public Answer answer;

    private String base64;
    private ConnectionTrust trust;
    private SamlResponseCheck check;
    private Floor floor;

    /** Logs as deployed; and what is refused is refused early, and would be measured too cheap. */
    @Setup
    public void prepare() {
        LogContext.getLogContext().getLogger("").setLevel(Level.INFO);
        base64 = answer.base64(NOW);
        trust = answer.trust();
        check = new SamlResponseCheck();
        floor = new Floor(base64);
        if (!(check.check(base64, trust, NOW) instanceof VerifiedAssertion)) {
            throw new IllegalStateException(answer + " is not accepted");
        }
    }

    @Benchmark
    public Verdict check() {
        return check.check(base64, trust, NOW);
    }

    @Benchmark
    public Document floor() {
        return floor.run();
    }
}
