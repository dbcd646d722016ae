/** The audit log of each company: who did what, when, from where. */
@NullMarked
package io.dovetail.users.audit;

import org.jspecify.annotations.NullMarked;
