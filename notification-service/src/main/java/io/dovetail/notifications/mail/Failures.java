package io.dovetail.notifications.mail;

/** How many of how many mails could not be delivered. */
public record Failures(int failed, int inAll) {}
