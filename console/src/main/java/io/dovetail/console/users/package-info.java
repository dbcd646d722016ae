/** The administrator's page for the company's people: who is there, who is linked, and what to do about it. */
@NullMarked
package io.dovetail.console.users;

import org.jspecify.annotations.NullMarked;
