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
 * A check of all controls in a scene for accessible names (WCAG 2.2, 4.1.2) and target size (2.5.8). Names are those
 * that JavaFX gives to a screen reader. Scroll bars are left out, because keys and wheel do the same. For the FX thread
 * only.
 */
public final class AccessibilityCheck {
    /** Minimum width and height of a target in pixels. */
    private static final double TARGET = 24;
    /** Tolerance in pixels for scaling and rounding. */
    private static final double ROUNDED = 0.01;

    private static final Set<AccessibleRole> CONTROLS = EnumSet.of(
            AccessibleRole.BUTTON,
            AccessibleRole.CHECK_BOX,
            AccessibleRole.CHECK_MENU_ITEM,
            AccessibleRole.COMBO_BOX,
            AccessibleRole.HYPERLINK,
            AccessibleRole.LIST_ITEM,
            AccessibleRole.LIST_VIEW,
            AccessibleRole.MENU,
            AccessibleRole.MENU_BUTTON,
            AccessibleRole.MENU_ITEM,
            AccessibleRole.PASSWORD_FIELD,
            AccessibleRole.RADIO_BUTTON,
            AccessibleRole.RADIO_MENU_ITEM,
            AccessibleRole.TEXT_AREA,
            AccessibleRole.TEXT_FIELD,
            AccessibleRole.TOGGLE_BUTTON);
    /** Roles for which a screen reader uses the label as name and the text as value. */
    private static final Set<AccessibleRole> VALUED = EnumSet.of(
            AccessibleRole.COMBO_BOX,
            AccessibleRole.PASSWORD_FIELD,
            AccessibleRole.TEXT_AREA,
            AccessibleRole.TEXT_FIELD);
    /** Roles that take the focus but no click. At most their rows are clicked. */
    private static final Set<AccessibleRole> AROUND = EnumSet.of(AccessibleRole.LIST_VIEW, AccessibleRole.SCROLL_PANE);

    private final List<Node> controls = new ArrayList<>();
    private final List<Node> targets = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private AccessibilityCheck() {}

    /** Returns the faults in a scene; empty if there are none. */
    public static List<String> faults(Scene scene) {
        var check = new AccessibilityCheck();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        check.collect(scene.getRoot(), false);
        check.controls.forEach(check::name);
        check.targets.stream()
                .filter(check::isSmall)
                .filter(node -> !check.isExcepted(node))
                .forEach(node -> check.faults.add("%s is %.1f × %.1f"
                        .formatted(
                                describe(node),
                                boundsOf(node).getWidth(),
                                boundsOf(node).getHeight())));
        return check.faults;
    }

    /** Returns the number of controls in a scene. */
    public static int count(Scene scene) {
        var check = new AccessibilityCheck();
        check.collect(scene.getRoot(), false);
        return check.controls.size();
    }

    private void collect(Node node, boolean untouched) {
        boolean transparent = untouched || node.isMouseTransparent();
        if (!node.isVisible() || node instanceof ScrollBar || node instanceof Cell<?> cell && cell.isEmpty()) {
            return;
        }
        if (isControl(node)) {
            controls.add(node);
            if (!transparent && !node.isDisabled() && !AROUND.contains(node.getAccessibleRole())) {
                targets.add(node);
            }
        }
        boolean whole = node instanceof ButtonBase || node instanceof ComboBoxBase || node instanceof TextInputControl;
        if (!whole && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, transparent));
        }
    }

    private static boolean isControl(Node node) {
        // The inner part of a scroll pane listens to the mouse only to take the focus.
        if (node.getParent() instanceof ScrollPane) {
            return false;
        }
        return CONTROLS.contains(node.getAccessibleRole())
                || node.isFocusTraversable()
                || node.getOnMouseClicked() != null
                || node.getOnMousePressed() != null
                || node.getOnMouseReleased() != null;
    }

    private void name(Node node) {
        boolean valued = VALUED.contains(node.getAccessibleRole());
        String name = valued ? "" : text(node);
        if (!isWord(name) && node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Node by) {
            name = text(by);
        }
        if (!isWord(name)) {
            faults.add(describe(node) + " has no name");
        }
        if (valued && node.getAccessibleText() != null) {
            faults.add(
                    describe(node) + " is called “" + node.getAccessibleText() + "” where what is in it would be read");
        }
    }

    private static String text(Node node) {
        return node.queryAccessibleAttribute(AccessibleAttribute.TEXT) instanceof String text ? text : "";
    }

    /** Excludes icons, which are characters but no letters. */
    private static boolean isWord(String name) {
        return name.chars().anyMatch(Character::isLetterOrDigit);
    }

    private boolean isSmall(Node node) {
        Bounds at = boundsOf(node);
        return Math.min(at.getWidth(), at.getHeight()) < TARGET - ROUNDED;
    }

    /** Returns whether a small target is allowed: inline in a text, or with no other target close to its centre. */
    private boolean isExcepted(Node node) {
        boolean inline = node instanceof Hyperlink
                && node.getParent() instanceof TextFlow flow
                && flow.getChildren().stream().anyMatch(Text.class::isInstance);
        return inline || targets.stream().allMatch(target -> target == node || isClear(boundsOf(node), target));
    }

    private boolean isClear(Bounds small, Node other) {
        Bounds at = boundsOf(other);
        double x = small.getCenterX();
        double y = small.getCenterY();
        double aside = Math.hypot(
                x - Math.clamp(x, at.getMinX(), at.getMaxX()), y - Math.clamp(y, at.getMinY(), at.getMaxY()));
        boolean apart = !isSmall(other) || Math.hypot(x - at.getCenterX(), y - at.getCenterY()) >= TARGET - ROUNDED;
        return apart && aside >= TARGET / 2 - ROUNDED;
    }

    private static Bounds boundsOf(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static String describe(Node node) {
        String id = node.getId() == null ? node.getStyleClass().toString() : node.getId();
        return node.getAccessibleRole() + " " + id + " “" + text(node) + "”";
    }
}
