package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;

/** How one hostile response is made. */
@FunctionalInterface
public interface Recipe {

    /** The value of the form field {@code SAMLResponse}. */
    String make(AttackScene scene);
}
