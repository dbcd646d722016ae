/** The browser of the check: cookies, redirects, forms that send themselves, and never without a bound. */
@NullMarked
package io.dovetail.lab.idp.check.browser;

import org.jspecify.annotations.NullMarked;
