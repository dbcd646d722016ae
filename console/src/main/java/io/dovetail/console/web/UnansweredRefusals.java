package io.dovetail.console.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Gives a page to refusals that come without one: the CSRF check answers 400 and nothing else. */
@Provider
public class UnansweredRefusals implements ContainerResponseFilter {
    private final ErrorPages pages;
    private final HttpHeaders headers;

    UnansweredRefusals(ErrorPages pages, HttpHeaders headers) {
        this.pages = pages;
        this.headers = headers;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.BAD_REQUEST.getStatusCode() && !response.hasEntity()) {
            var page = pages.misfit(response.getStatus(), headers);
            page.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
            response.setEntity(page.getEntity());
        }
    }
}
