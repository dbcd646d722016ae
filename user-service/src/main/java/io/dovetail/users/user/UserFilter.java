package io.dovetail.users.user;

/** Which users a list shows. */
public enum UserFilter {
    ALL("status is not null"),
    ACTIVE("status = ACTIVE"),
    ADMIN("role = ADMIN and status <> DEACTIVATED"),
    PENDING("status = PENDING"),
    DEACTIVATED("status = DEACTIVATED");

    private final String condition;

    UserFilter(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
