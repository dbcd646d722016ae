package io.dovetail.bindings.sending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** In which steps a job goes on. */
@ConfigMapping(prefix = "dovetail.bindings.sending")
public interface SendingConfig {

    /** Most people in one step, that is in one transaction and one pause of the job; default 500. */
    @WithDefault("500")
    int batch();
}
