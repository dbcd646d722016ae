/** What an accepted sign-in costs sso-service in processor time, over HTTP and with all that it writes. */
@NullMarked
package io.dovetail.lab.bench.signin;

import org.jspecify.annotations.NullMarked;
