/** Short, encrypted, single-use proofs that one service seals for exactly one other. */
@NullMarked
package io.dovetail.kit.ticket;

import org.jspecify.annotations.NullMarked;
