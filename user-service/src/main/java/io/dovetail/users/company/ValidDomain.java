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

/** The text is a {@link DomainName}. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidDomain.Check.class)
public @interface ValidDomain {

    String message() default "must be a domain name such as example.com";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides for {@link ValidDomain}. */
    class Check implements ConstraintValidator<ValidDomain, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || DomainName.find(text).isPresent();
        }
    }
}
