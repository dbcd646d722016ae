package io.dovetail.sso.signin;

/** What a sign-in is for. */
enum Purpose {
    SIGN_IN,
    VERIFY,
    BIND
}
