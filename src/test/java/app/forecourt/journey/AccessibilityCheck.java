package app.forecourt.journey;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * What lacks a name, or is too small to hit, of all that takes the focus or a click in a scene. Names as JavaFX gives
 * them to a screen reader (WCAG 2.2, 4.1.2), sizes by 2.5.8. Scroll bars are left out: all they do goes by keys and
 * wheel. Used on the window's thread.
 */
public final class AccessibilityCheck {
    /** Pixels. */
    private static final double TARGET = 24;
    /** What scaling and rounding may take from it. */
    private static final double ROUNDED = 0.01;

    private static final Set<AccessibleRole> CONTROLS = EnumSet.of(AccessibleRole.BUTTON,
            AccessibleRole.CHECK_BOX, AccessibleRole.CHECK_MENU_ITEM, AccessibleRole.COMBO_BOX,
            AccessibleRole.HYPERLINK, AccessibleRole.LIST_ITEM, AccessibleRole.LIST_VIEW, AccessibleRole.MENU,
            AccessibleRole.MENU_BUTTON, AccessibleRole.MENU_ITEM, AccessibleRole.PASSWORD_FIELD,
            AccessibleRole.RADIO_BUTTON, AccessibleRole.RADIO_MENU_ITEM, AccessibleRole.TEXT_AREA,
            AccessibleRole.TEXT_FIELD, AccessibleRole.TOGGLE_BUTTON);
    /** Of these a screen reader takes the label for the name, and the text for what is typed or chosen. */
    private static final Set<AccessibleRole> VALUED = EnumSet.of(AccessibleRole.COMBO_BOX,
            AccessibleRole.PASSWORD_FIELD, AccessibleRole.TEXT_AREA, AccessibleRole.TEXT_FIELD);
    /** They take the focus; what is clicked are the lines in them, or nothing. */
    private static final Set<AccessibleRole> AROUND = EnumSet.of(AccessibleRole.LIST_VIEW,
            AccessibleRole.SCROLL_PANE);

    private final List<Node> controls = new ArrayList<>();
    private final List<Node> targets = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private AccessibilityCheck() {}

    /** What is wrong in a scene; nothing where all is well. */
    public static List<String> of(Scene scene) {
        var check = new AccessibilityCheck();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        check.gather(scene.getRoot(), false);
        check.controls.forEach(check::name);
        check.targets.stream().filter(check::isSmall).filter(node -> !check.isExcepted(node))
                .forEach(node -> check.faults.add("%s is %.1f × %.1f".formatted(said(node),
                        at(node).getWidth(), at(node).getHeight())));
        return check.faults;
    }

    /** How many controls there are in a scene. */
    public static int count(Scene scene) {
        var check = new AccessibilityCheck();
        check.gather(scene.getRoot(), false);
        return check.controls.size();
    }

    private void gather(Node node, boolean untouched) {
        boolean transparent = untouched || node.isMouseTransparent();
        if (!node.isVisible() || node instanceof ScrollBar
                || node instanceof Cell<?> cell && cell.isEmpty()) {
            return;
        }
        if (isControl(node)) {
            controls.add(node);
            if (!transparent && !node.isDisabled() && !AROUND.contains(node.getAccessibleRole())) {
                targets.add(node);
            }
        }
        boolean whole = node instanceof ButtonBase || node instanceof ComboBoxBase
                || node instanceof TextInputControl;
        if (!whole && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, transparent));
        }
    }

    private static boolean isControl(Node node) {
        // A scroll pane's own part listens to the mouse to be given the focus.
        if (node.getParent() instanceof ScrollPane) {
            return false;
        }
        return CONTROLS.contains(node.getAccessibleRole()) || node.isFocusTraversable()
                || node.getOnMouseClicked() != null || node.getOnMousePressed() != null
                || node.getOnMouseReleased() != null;
    }

    private void name(Node node) {
        boolean valued = VALUED.contains(node.getAccessibleRole());
        String name = valued ? "" : text(node);
        if (!isWord(name)
                && node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Node by) {
            name = text(by);
        }
        if (!isWord(name)) {
            faults.add(said(node) + " has no name");
        }
        if (valued && node.getAccessibleText() != null) {
            faults.add(said(node) + " is called “" + node.getAccessibleText()
                    + "” where what is in it would be read");
        }
    }

    private static String text(Node node) {
        return node.queryAccessibleAttribute(AccessibleAttribute.TEXT) instanceof String text ? text : "";
    }

    /** An icon is a letter too, but of no alphabet. */
    private static boolean isWord(String name) {
        return name.chars().anyMatch(Character::isLetterOrDigit);
    }

    private boolean isSmall(Node node) {
        Bounds at = at(node);
        return Math.min(at.getWidth(), at.getHeight()) < TARGET - ROUNDED;
    }

    /** In a line of text, or with nothing else to hit within a circle on its middle. */
    private boolean isExcepted(Node node) {
        boolean inline = node instanceof Hyperlink && node.getParent() instanceof TextFlow flow
                && flow.getChildren().stream().anyMatch(Text.class::isInstance);
        return inline || targets.stream().allMatch(other -> other == node || isClear(at(node), other));
    }

    private boolean isClear(Bounds small, Node other) {
        Bounds at = at(other);
        double x = small.getCenterX();
        double y = small.getCenterY();
        double aside = Math.hypot(x - Math.clamp(x, at.getMinX(), at.getMaxX()),
                y - Math.clamp(y, at.getMinY(), at.getMaxY()));
        boolean apart = !isSmall(other)
                || Math.hypot(x - at.getCenterX(), y - at.getCenterY()) >= TARGET - ROUNDED;
        return apart && aside >= TARGET / 2 - ROUNDED;
    }

    private static Bounds at(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static String said(Node node) {
        String id = node.getId() == null ? node.getStyleClass().toString() : node.getId();
        return node.getAccessibleRole() + " " + id + " “" + text(node) + "”";
    }
}
