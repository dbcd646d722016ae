package io.dovetail.lab.idp.metadata;

import io.dovetail.lab.idp.http.Answer;

/** Makes what an address of metadata answers. */
@FunctionalInterface
public interface MetadataRecipe {
    Answer make(MetadataScene scene);
}
