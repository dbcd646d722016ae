package io.dovetail.users;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Sends many requests at the same moment. */
public final class Together {
    private Together() {}

    /** @return the statuses, in the order of the numbers */
    public static List<Integer> times(int number, IntFunction<Response> request) {
        var pool = Executors.newFixedThreadPool(number);
        var start = new CountDownLatch(1);
        try {
            var answers = new ArrayList<Future<Integer>>();
            for (var i = 0; i < number; i++) {
                var n = i;
                Callable<Integer> call = () -> {
                    start.await();
                    return request.apply(n).statusCode();
                };
                answers.add(pool.submit(call));
            }
            start.countDown();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError("a request failed", failure);
        } finally {
            pool.shutdownNow();
        }
    }
}
