/** Shows a company's administrators each mail and its fate. */
@NullMarked
package io.dovetail.notifications.overview;

import org.jspecify.annotations.NullMarked;
