/** The keys that a version's answers are checked with, and how fresh the metadata is that they come from. */
@NullMarked
package io.dovetail.sso.keys;

import org.jspecify.annotations.NullMarked;
