package app.forecourt.ui.fx;

import com.sun.glass.ui.Accessible;
import com.sun.javafx.application.PlatformImpl;
import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * A stand-in for a screen reader that records the text changes JavaFX reports. JavaFX creates accessibility peers on
 * Windows and macOS only, so this class sets one on each node. For the FX thread only.
 */
public final class ScreenReaderProbe implements AutoCloseable {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Scene scene;

    /** The peer through which JavaFX reports the changes of a node. */
    private final class RecordingPeer extends Accessible {
        private final Node node;

        RecordingPeer(Node node) {
            this.node = node;
        }

        @Override
        protected long getNativeAccessible() {
            return 0;
        }

        @Override
        public void sendNotification(AccessibleAttribute changed) {
            if (changed == AccessibleAttribute.TEXT && node.queryAccessibleAttribute(changed) instanceof String text) {
                text.lines().map(line -> node.getId() + ": " + line).forEach(heard::add);
            }
        }
    }

    /** Starts recording for the current nodes of a window. */
    public ScreenReaderProbe(Scene scene) {
        this.scene = scene;
        PlatformImpl.accessibilityActiveProperty().set(true);
        try {
            Field ear = Node.class.getDeclaredField("accessible");
            ear.setAccessible(true);
            attach(scene.getRoot(), ear);
        } catch (ReflectiveOperationException changed) {
            throw new AssertionError(changed);
        }
    }

    private void attach(Node node, Field ear) throws ReflectiveOperationException {
        if (node.getId() != null) {
            ear.set(node, new RecordingPeer(node));
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                attach(child, ear);
            }
        }
    }

    /** Lets the window announce its changes at once, as if nothing had changed for a while. */
    public void settle() {
        ((LiveRegion) scene.lookup("#liveLine")).announceAll();
    }

    /** Returns the recorded lines, each with the id of its node. */
    public List<String> announcements() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        PlatformImpl.accessibilityActiveProperty().set(false);
    }
}
