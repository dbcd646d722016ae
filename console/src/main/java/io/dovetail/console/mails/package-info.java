/** What became of the mails that were sent to a company's people. */
@NullMarked
package io.dovetail.console.mails;

import org.jspecify.annotations.NullMarked;
