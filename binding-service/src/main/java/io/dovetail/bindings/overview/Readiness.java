package io.dovetail.bindings.overview;

/** How many of a company's users are bound, never tried, or were refused; deactivated users do not count. */
public record Readiness(long bound, long pending, long expired, long failed, long total) {}
