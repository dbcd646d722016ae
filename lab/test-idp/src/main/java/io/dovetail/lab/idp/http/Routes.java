package io.dovetail.lab.idp.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which handler answers which method and path; {@code {id}} in a path stands for one segment. */
public final class Routes {

    private final List<Route> routes = new ArrayList<>();

    /** Answers a request to a path, given the segment that {@code {id}} stood for. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Request request, String id);
    }

    public Routes on(String method, String path, Function<Request, Answer> handler) {
        return on(method, path, (request, id) -> handler.apply(request));
    }

    public Routes on(String method, String path, Handler handler) {
        String pattern = path.replace("{id}", "([^/]+)");
        routes.add(new Route(method, Pattern.compile(pattern), handler));
        return this;
    }

    /** 404 where no path fits, 405 where only the method does not. */
    Answer answer(Request request) {
        boolean pathKnown = false;
        for (Route route : routes) {
            Matcher matcher = route.path.matcher(request.path());
            if (matcher.matches()) {
                pathKnown = true;
                if (route.method.equals(request.method())) {
                    return route.handler.answer(request, matcher.groupCount() > 0 ? matcher.group(1) : "");
                }
            }
        }
        throw pathKnown
                ? new Refused(405, "This address does not know the method " + request.method() + ".")
                : new Refused(404, "There is nothing at this address.");
    }

    private record Route(String method, Pattern path, Handler handler) {}
}
