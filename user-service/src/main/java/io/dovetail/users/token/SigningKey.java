package io.dovetail.users.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.security.PrivateKey;

/** What signs access tokens. */
record SigningKey(String id, PrivateKey key, SignatureAlgorithm algorithm) {}
