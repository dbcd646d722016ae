package io.dovetail.users.user;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is an {@link EmailAddress}; null passes. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidAddress.Check.class)
public @interface ValidAddress {

    String message() default "must be an e-mail address such as ada@example.com";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides for {@link ValidAddress}. */
    class Check implements ConstraintValidator<ValidAddress, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || EmailAddress.find(text).isPresent();
        }
    }
}
