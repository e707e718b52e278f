package app.forecourt.ui.fx;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.util.Duration;

/**
 * An invisible label that announces status messages of the window to screen readers (WCAG 2.2, 4.1.3). JavaFX has no
 * live regions. The nearest is the change notification of a text. It works only for a node that the screen reader knows
 * already. This label is therefore always in the scene. Changes are debounced and announced together, so that speech
 * does not interrupt typing.
 */
public final class LiveRegion extends Label {
    private static final String ID = "liveLine";
    private static final Duration DEBOUNCE = Duration.seconds(1);

    private final Set<Node> changed = new LinkedHashSet<>();
    private final PauseTransition pause;

    public LiveRegion() {
        this(new PauseTransition(DEBOUNCE));
    }

    /** @param pause delay of an announcement, which each further change restarts */
    LiveRegion(PauseTransition pause) {
        this.pause = pause;
        setId(ID);
        setManaged(false);
        setMouseTransparent(true);
        pause.setOnFinished(_ -> announceAll());
    }

    /** Announces each change of a text while the text is visible. Has no cost without a screen reader. */
    public static void announceChanges(Labeled text) {
        text.textProperty().subscribe((_, _) -> announce(text));
    }

    /** Creates an empty label that wraps its text and announces each change. */
    public static Label label(String id, String... styleClasses) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().addAll(styleClasses);
        SafeTextWrap.enable(label);
        announceChanges(label);
        return label;
    }

    /** Announces the current content of a text: the accessible text of a node, or what a label shows. */
    public static void announce(Node text) {
        if (Platform.accessibilityActiveProperty().get()) {
            // Run later, because the text may be set before its node is added to the scene.
            Platform.runLater(() -> {
                if (text.getScene() != null && text.getScene().lookup("#" + ID) instanceof LiveRegion region) {
                    region.changed.add(text);
                    region.pause.playFromStart();
                } else {
                    text.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
                }
            });
        }
    }

    /** Announces the changed texts now. */
    void announceAll() {
        String announcement = changed.stream()
                .filter(LiveRegion::isVisibleInScene)
                .map(LiveRegion::accessibleText)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        changed.clear();
        if (!announcement.isEmpty()) {
            setAccessibleText(announcement);
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    /** Asks the control itself, because JavaFX asks its skin, which a control just shown does not have yet. */
    private static String accessibleText(Node text) {
        return Objects.requireNonNullElseGet(
                text.getAccessibleText(),
                () -> text instanceof Labeled label ? Objects.requireNonNullElse(label.getText(), "") : "");
    }

    private static boolean isVisibleInScene(Node text) {
        return text.getScene() != null && NodeTree.selfAndAncestors(text).allMatch(Node::isVisible);
    }
}
