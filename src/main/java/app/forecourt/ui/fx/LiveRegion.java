package app.forecourt.ui.fx;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.util.Duration;

/**
 * A line for screen readers alone, in which stands what the window said last by itself (WCAG 2.2, 4.1.3). JavaFX has no
 * live regions; the nearest is that a text tells of its change, and only one that a reader has met before: so this one is
 * always there. All that changes within a moment is told together, once the moment is over, so that typing is not talked
 * over.
 */
public final class LiveRegion extends Label {
    private static final String ID = "liveLine";
    private static final Duration A_MOMENT = Duration.seconds(1);

    private final Set<Labeled> changed = new LinkedHashSet<>();
    private final PauseTransition pause = new PauseTransition(A_MOMENT);

    public LiveRegion() {
        setId(ID);
        setManaged(false);
        setMouseTransparent(true);
        pause.setOnFinished(any -> announceAll());
    }

    /** Tells of every change of a text in the window, once it is seen. Without a screen reader it costs nothing. */
    public static void follow(Labeled text) {
        text.textProperty().subscribe((before, now) -> announce(text));
    }

    /** Tells what a text says now. */
    public static void announce(Labeled text) {
        if (Platform.accessibilityActiveProperty().get()) {
            // It may be put into the window only after it was written.
            Platform.runLater(() -> {
                if (text.getScene() != null && text.getScene().lookup("#" + ID) instanceof LiveRegion line) {
                    line.changed.add(text);
                    line.pause.playFromStart();
                } else {
                    text.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
                }
            });
        }
    }

    private void announceAll() {
        String told = changed.stream().filter(LiveRegion::isSeen)
                .map(text -> Objects.toString(text.queryAccessibleAttribute(AccessibleAttribute.TEXT), ""))
                .filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
        changed.clear();
        if (!told.isEmpty()) {
            setAccessibleText(told);
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private static boolean isSeen(Labeled text) {
        return text.getScene() != null && Stream.<Node>iterate(text, Objects::nonNull, Node::getParent)
                .allMatch(Node::isVisible);
    }
}
