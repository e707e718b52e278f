package app.forecourt.journey;

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
 * Stands where a screen reader would, behind JavaFX: hears which texts tell that they are others now. One is asked
 * for on Windows and on a Mac only, so each node is given its ear by hand. Used on the window's thread.
 */
public final class ScreenReaderProbe implements AutoCloseable {
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** What of a node JavaFX hands to the system. */
    private final class Ear extends Accessible {
        private final Node node;

        Ear(Node node) {
            this.node = node;
        }

        @Override
        protected long getNativeAccessible() {
            return 0;
        }

        @Override
        public void sendNotification(AccessibleAttribute changed) {
            if (changed == AccessibleAttribute.TEXT
                    && node.queryAccessibleAttribute(changed) instanceof String text) {
                text.lines().map(line -> node.getId() + ": " + line).forEach(heard::add);
            }
        }
    }

    /** Begins to listen to a window as it is now. */
    public ScreenReaderProbe(Scene scene) throws ReflectiveOperationException {
        PlatformImpl.accessibilityActiveProperty().set(true);
        Field ear = Node.class.getDeclaredField("accessible");
        ear.setAccessible(true);
        listen(scene.getRoot(), ear);
    }

    private void listen(Node node, Field ear) throws ReflectiveOperationException {
        if (node.getId() != null) {
            ear.set(node, new Ear(node));
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                listen(child, ear);
            }
        }
    }

    /** The lines that were read out, each with the id of its text. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        PlatformImpl.accessibilityActiveProperty().set(false);
    }
}
