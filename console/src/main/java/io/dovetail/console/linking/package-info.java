/** How far a company's people are with linking their accounts, and the jobs that mail them links. */
@NullMarked
package io.dovetail.console.linking;

import org.jspecify.annotations.NullMarked;
