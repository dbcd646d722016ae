package io.dovetail.notifications.mail;

/** Whom a password link goes to, and why. */
public record PasswordMail(PasswordCause cause, String to, String firstName, String companyName) {}
