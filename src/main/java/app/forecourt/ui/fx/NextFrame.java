package app.forecourt.ui.fx;

import javafx.application.Platform;
import javafx.scene.Scene;

/** What is not for this frame. */
public final class NextFrame {
    private NextFrame() {}

    /** Runs something once, within the next pulse, when the scene has been laid out: what it changes is seen a frame later. */
    public static void once(Scene scene, Runnable action) {
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
