package io.dovetail.lab.idp.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.check.line.Expectation;
import io.dovetail.lab.idp.check.line.Inconclusive;
import io.dovetail.lab.idp.check.line.MetadataImport;
import io.dovetail.lab.idp.check.line.ProviderKeys;
import io.dovetail.lab.idp.check.line.SecondConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A strict service provider passes, a lenient one fails, and one that trusts nobody proves nothing. */
class CheckTest {

    private static final ProviderKeys KEYS = ProviderKeys.fresh();
    private static final Report.Product PRODUCT = new Report.Product("A small one", "");

    @Test
    void aStrictServiceProviderFailsOnlyWhereItShouldBeMoreLenient() {
        Report report = check(new StrictGate(KEYS), Set.of());

        assertEquals(
                Set.of("F2_UNSIGNED_RESPONSE_WITHOUT_DESTINATION", "F12_ONE_VALID_AMONG_SEVERAL"),
                names(report, result -> result.verdict() == Verdict.FAILED));
        assertEquals(
                Set.of(),
                names(
                        report,
                        result -> result.verdict() == Verdict.UNCLEAR || result.verdict() == Verdict.INCONCLUSIVE));
        assertEquals(1, report.exitCode());
    }

    @Test
    void aLenientServiceProviderFailsEveryLineThatItShouldRefuse() {
        Report report = check(new LenientGate(), Set.of("A", "B", "C", "D1", "D2", "E", "F", "H5"));

        assertEquals(
                Set.of(),
                names(
                        report,
                        result -> result.line().expectation() == Expectation.REFUSE
                                && result.verdict() != Verdict.FAILED
                                && result.verdict() != Verdict.NOT_APPLICABLE));
        assertEquals(
                Set.of(Verdict.FAILED),
                report.results().stream()
                        .filter(result -> result.line().expectation() == Expectation.ONCE)
                        .map(Result::verdict)
                        .collect(Collectors.toSet()));
    }

    @Test
    void seesWhoWasSignedInByHalfAValue() {
        Report report = check(new LenientGate(), Set.of("C13_COMMENT_IN_SAML_ID"));

        Result result = report.results().get(0);
        assertEquals(Verdict.FAILED, result.verdict());
        assertTrue(result.happened().contains("signed in “check-nora”"), result.happened());
    }

    @Test
    void seesThatAnAddressInAMessageWasOpened() {
        Report report = check(new LenientGate(), Set.of("B5_RETRIEVAL_METHOD"));

        assertTrue(report.results().get(0).happened().contains("1 connections to an address that nobody may open"));
    }

    @Test
    void seesThatRelayStateLedAway() {
        Report report = check(new LenientGate(), Set.of("G1"));

        Map<String, Verdict> verdicts = report.results().stream()
                .collect(Collectors.toMap(result -> result.line().name(), Result::verdict));
        assertEquals(Verdict.FAILED, verdicts.get("G1_ANOTHER_ORIGIN"));
        assertEquals(Verdict.FAILED, verdicts.get("G1_TWO_SLASHES"));
        assertEquals(Verdict.FAILED, verdicts.get("G1_SLASH_BACKSLASH"));
        assertEquals(Verdict.FAILED, verdicts.get("G1_SCRIPT"));
    }

    @Test
    void aSecondConnectionTakesNothingThatIsMeantForTheFirst() {
        IdpKeys others = IdpKeys.rsa2048();
        StrictGate theirs = new StrictGate(new ProviderKeys(others, Optional.empty()));

        Report strict = withSecond(new StrictGate(KEYS), theirs, others);
        Report lenient = withSecond(new LenientGate(), new LenientGate(), others);

        assertEquals(
                Set.of("F16_AT_ANOTHER_COMPANY", "H1_ANSWER_FOR_ANOTHER_COMPANY", "H2_SAME_ENTITY_ID_TWICE"),
                names(strict, result -> result.verdict() == Verdict.PASSED));
        assertEquals(3, lenient.count(Verdict.FAILED));
    }

    private static Report withSecond(SmallServiceProvider.Gate gate, SmallServiceProvider.Gate theirs, IdpKeys keys) {
        try (SmallServiceProvider provider = SmallServiceProvider.start(gate);
                SmallServiceProvider other = SmallServiceProvider.start(theirs)) {
            var second = new SecondConnection(
                    other.setting(KEYS).serviceProvider(), other.setting(KEYS).start(), Optional.of(keys));
            Set<String> lines = Set.of("F16_AT_ANOTHER_COMPANY", "H1", "H2_SAME_ENTITY_ID_TWICE");
            return new Check(provider.setting(KEYS).withSecond(second)).run(PRODUCT, lines, result -> {});
        }
    }

    @Test
    void judgesWhatIsDoneWithMetadata() {
        Report strict = withImport(new StrictGate(KEYS));
        Report lenient = withImport(new LenientGate());

        assertEquals(
                Set.of("I5_KEY_WITHOUT_USE", "I11_BYTE_ORDER_MARK", "I11_FOREIGN_ROLES"),
                names(strict, result -> result.verdict() == Verdict.FAILED));
        assertEquals(
                Set.of(),
                names(
                        lenient,
                        result -> result.line().expectation() == Expectation.REFUSE
                                && result.verdict() != Verdict.FAILED));
        assertTrue(strict.count(Verdict.PASSED) > 15, strict.summary());
    }

    private static Report withImport(SmallServiceProvider.Gate gate) {
        try (SmallServiceProvider provider = SmallServiceProvider.start(gate)) {
            var call = new MetadataImport(
                    "POST",
                    URI.create(provider.address("/import")),
                    List.of(),
                    "{\"metadataXml\":\"{metadata}\"}",
                    Duration.ofSeconds(20));
            return new Check(provider.setting(KEYS).withImport(call, SmallServiceProvider.SSO))
                    .run(PRODUCT, Set.of("E3", "G2", "I"), result -> {});
        }
    }

    @Test
    void provesNothingWhereNotEvenAnHonestSignInIsAccepted() {
        try (SmallServiceProvider provider = SmallServiceProvider.start(new StrictGate(ProviderKeys.fresh()))) {
            Check check = new Check(provider.setting(KEYS));

            assertThrows(Inconclusive.class, () -> check.run(PRODUCT, Set.of(), result -> {}));
        }
    }

    private static Report check(SmallServiceProvider.Gate gate, Set<String> chosen) {
        try (SmallServiceProvider provider = SmallServiceProvider.start(gate)) {
            return new Check(provider.setting(KEYS)).run(PRODUCT, chosen, result -> {});
        }
    }

    private static Set<String> names(Report report, Predicate<Result> which) {
        return report.results().stream()
                .filter(which)
                .map(result -> result.line().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
