/** The small part of HTTP that the test provider speaks: requests, answers, routes and pages. */
@NullMarked
package io.dovetail.lab.idp.http;

import org.jspecify.annotations.NullMarked;
