/** Black-box journeys over the public address: a browser, the mails, the operator's calls, and nothing from inside. */
@NullMarked
package io.dovetail.journey;

import org.jspecify.annotations.NullMarked;
