package io.dovetail.sso.refresh;

import io.dovetail.sso.keys.Certificate;
import java.util.List;
import java.util.UUID;

/** Deed {@code dovetail.keys-changed.v1}: which keys count from now on, and which no longer. */
record KeysChanged(UUID companyId, int version, List<Certificate> added, List<Certificate> ended) {}
