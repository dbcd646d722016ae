package io.dovetail.users.user;

/** What a user may do; the names are the groups of the access token. */
public enum Role {
    ADMIN,
    MEMBER
}
