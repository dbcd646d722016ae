package io.dovetail.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The people of a company beside its administrator. */
record Crowd(List<Member> members) {
    private static final int MOST_AT_ONCE = 200;
    private static final int THREADS = 4;

    /** Nobody has heard of them yet. */
    static Crowd of(Stack stack, Company company, int people) {
        return new Crowd(IntStream.rangeClosed(1, people)
                .mapToObj(number -> new Member(stack, "member-" + number, company.domain))
                .toList());
    }

    /** Invited in as few calls as there may be, and known to the provider. */
    static Crowd invited(Stack stack, Company company, Api administrator, Provider provider, int people) {
        var crowd = of(stack, company, people);
        for (var first = 0; first < people; first += MOST_AT_ONCE) {
            invite(company, administrator, crowd.members.subList(first, Math.min(people, first + MOST_AT_ONCE)));
        }
        crowd.each(member -> provider.assign(member.username, "Member", member.username));
        return crowd;
    }

    static List<String> emails(List<Member> members) {
        return members.stream().map(member -> member.email).toList();
    }

    private static void invite(Company company, Api administrator, List<Member> members) {
        var results = administrator
                .post("/api/users/" + company.id + "/invitations", Map.of("emails", emails(members), "role", "MEMBER"))
                .expect(200)
                .json()
                .get("results");
        for (var result : results) {
            if (!"INVITED".equals(result.get("result").asText())) {
                throw new AssertionError("not invited: " + result);
            }
        }
    }

    /** The same by each of them, a few at a time. */
    void each(Consumer<Member> act) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var calls = new ArrayList<Callable<Boolean>>();
            members.forEach(member -> calls.add(() -> {
                act.accept(member);
                return true;
            }));
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    Member one(int number) {
        return members.get(number - 1);
    }

    /** So many of them, or all. */
    Crowd first(int most) {
        return new Crowd(members.subList(0, Math.min(most, members.size())));
    }

    int size() {
        return members.size();
    }
}
