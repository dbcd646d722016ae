package io.dovetail.kit.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Problems of its own that a call can answer, for the description of the API; those of every call need no naming. */
@Repeatable(Refuses.All.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Refuses {

    int status();

    /** The slugs, each with its page in {@code contracts/problems}. */
    String[] with();

    /** What Java keeps several of them in. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.METHOD)
    @interface All {
        Refuses[] value();
    }
}
