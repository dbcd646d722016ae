package io.dovetail.kit.ticket;

/** The one service that seals and the one that opens; each pair has keys of its own. */
public record Pair(String from, String to) {
    String name() {
        return from + "." + to;
    }
}
