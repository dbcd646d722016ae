package io.dovetail.lab.idp.check.browser;

import java.net.URI;

/** One exchange on the way of a browser. */
public record Hop(String method, URI address, int status) {}
