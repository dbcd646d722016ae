package io.dovetail.kit.event;

/** The data of the tests' event. */
public record Thing(String name, int number) {}
