package app.forecourt.ui.fx;

import javafx.application.Platform;
import javafx.scene.Scene;

/** Work that is postponed to the next frame. */
public final class NextFrame {
    private NextFrame() {}

    /** Runs an action once, after the layout of the next pulse. Its changes are visible one frame later. */
    public static void run(Scene scene, Runnable action) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                action.run();
            }
        });
        Platform.requestNextPulse();
    }
}
