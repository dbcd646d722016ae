/** Walks over all of a company's users after a switch-over: how far each is, paused, gone on with. */
@NullMarked
package io.dovetail.users.job;

import org.jspecify.annotations.NullMarked;
