package io.dovetail.users.company;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** One line of text that is shown to people: not blank, bounded, without control characters; null passes. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Check.class)
public @interface PlainText {

    /** The most characters, in UTF-16 units. */
    int max();

    String message() default "must be one line of 1 to {max} characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides for {@link PlainText}. */
    class Check implements ConstraintValidator<PlainText, String> {
        private int max;

        @Override
        public void initialize(PlainText constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || (text.length() <= max && !text.isBlank() && isPlain(text));
        }

        /** No control characters (PostgreSQL refuses U+0000) and no half of a surrogate pair. */
        public static boolean isPlain(String text) {
            return text.codePoints().noneMatch(point -> {
                var type = Character.getType(point);
                return type == Character.CONTROL || type == Character.SURROGATE;
            });
        }
    }
}
