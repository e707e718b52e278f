package app.forecourt.testing;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.stage.Window;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Keeps JavaFX from drawing windows where {@code forecourt.unpainted} is true, because drawing without a graphics card
 * takes a fifth of the processor time of window tests. Such a window is transparent, and has its layout, its focus and
 * its events as any other. Tests that take pictures call {@link #paint}. With {@code -Pproof} and {@code -Pdisplay} all
 * is drawn.
 */
public final class UnpaintedWindows implements TestExecutionListener {
    public static final boolean IS_ON = Boolean.getBoolean("forecourt.unpainted");
    private static final AtomicBoolean IS_STARTED = new AtomicBoolean();

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        // In a process of Failsafe each class is a plan.
        if (IS_ON && !IS_STARTED.getAndSet(true)) {
            Platform.startup(() -> Window.getWindows().addListener((ListChangeListener<Window>) _ -> setOpacity(0)));
        }
    }

    /** Takes a picture of windows, on the JavaFX application thread. */
    public static <T> T paint(Supplier<T> picture) {
        if (!IS_ON) {
            return picture.get();
        }
        setOpacity(1);
        try {
            return picture.get();
        } finally {
            setOpacity(0);
        }
    }

    private static void setOpacity(double opacity) {
        Window.getWindows().forEach(window -> window.getScene().getRoot().setOpacity(opacity));
    }
}
