package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.answer.NotApplicable;
import io.dovetail.lab.idp.metadata.MetadataScene;
import java.time.Instant;
import java.util.function.Function;

/** A line of metadata, imported by the call that the run names; its twin is the honest import. */
record MetadataLine(Function<MetadataScene, String> metadata) implements Scenario {
    @Override
    public Observation play(Stage stage) {
        return imported(stage, metadata);
    }

    @Override
    public Observation playHonestTwin(Stage stage) {
        return imported(stage, MetadataScene::honest);
    }

    private static Observation imported(Stage stage, Function<MetadataScene, String> metadata) {
        Setting setting = stage.setting();
        MetadataImport call = setting.metadataImport()
                .orElseThrow(() -> new NotApplicable("This run names no call that imports metadata (--import)."));
        return call.of(metadata.apply(scene(setting, call)));
    }

    private static MetadataScene scene(Setting setting, MetadataImport call) {
        IdpKeys keys = setting.keys().current();
        return new MetadataScene(
                setting.idpEntityId(),
                keys,
                keys,
                setting.keys().ended().orElse(keys),
                setting.ssoUrl(),
                call.address().toString(),
                Instant.now());
    }
}
