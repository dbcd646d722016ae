package io.dovetail.bindings.link;

import java.util.UUID;

/** Whose identities a link binds, and for which switch-over: a user is owed one link for each. */
record Target(UUID source, int switchOver) {}
