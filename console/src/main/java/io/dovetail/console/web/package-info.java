/** What every page shares: headers, addresses of this origin, problems as pages. */
@NullMarked
package io.dovetail.console.web;

import org.jspecify.annotations.NullMarked;
