package app.forecourt.ui.options;

import static app.forecourt.testing.TextAssertions.assertEndsWith;
import static app.forecourt.ui.InputEvents.mouse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.ui.ToolkitTest;
import app.forecourt.ui.options.OptionRows.Fold;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layout and truncation of an option's row. */
class OptionRowViewTest extends ToolkitTest {
    private static final double HEIGHT = 28;
    private static final String LONG = "Alarm system with interior monitoring";

    private final OptionRowView line = new OptionRowView();

    private void layOut(double width) {
        line.resize(width, HEIGHT);
        line.layout();
    }

    private Text text(String style) {
        return (Text) line.lookup(style);
    }

    private Bounds nameBounds() {
        return text(".option-name").getBoundsInParent();
    }

    private Bounds besideBounds() {
        return text(".option-called").getBoundsInParent();
    }

    @Test
    void longNameEndsInDotsUntilThereIsSpace() {
        line.showOption(LONG, "");
        layOut(80);
        assertEndsWith("…", text(".option-name").getText());
        layOut(600);
        assertEquals(LONG, text(".option-name").getText());
        assertEquals(LONG, line.checkBox().getText());
    }

    /** A server may send names in any script. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "חיישני חניה קדמיים ואחוריים עם מצלמה לנסיעה לאחור ומערכת התראה",
                "مصابيح أمامية متكيفة مع نظام إضاءة ديناميكي للمنعطفات ونظام تحذير من مغادرة المسار",
                "एबीएस के साथ इलेक्ट्रॉनिक ब्रेक फोर्स वितरण और आपातकालीन ब्रेक सहायता",
                "🚗🚗🚗🚗🚗🚗🚗🚗🚗🚗🚗🚗🚗🚗🚗🚗🚗🚗",
                "ABS מערכת בלימה אוטומטית with emergency brake and lane keeping"
            })
    void nameInAnyScriptStaysInItsRow(String name) {
        for (int width = 60; width < 400; width += 7) {
            line.showOption(name, name);
            layOut(width);
            assertTrue(nameBounds().getMaxX() <= width + 1, width + ": " + nameBounds());
            assertTrue(
                    !text(".option-called").isVisible() || besideBounds().getMaxX() <= width + 1,
                    width + ": " + besideBounds());
            assertTrue(nameBounds().getHeight() <= HEIGHT, width + ": " + nameBounds());
        }
    }

    /** With mnemonics enabled, the underscore would disappear. */
    @Test
    void underscoreIsKept() {
        line.showOption("tow_bar", "");
        layOut(300);
        assertEquals("tow_bar", text(".option-name").getText());
        assertEquals("tow_bar", line.checkBox().queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    @Test
    void alternativeNameIsShownIfItFits() {
        line.showOption("Anhängerkupplung", "Tow bar, detachable");
        layOut(600);
        assertEquals("Tow bar, detachable", text(".option-called").getText());
        assertTrue(besideBounds().getMinX() > nameBounds().getMaxX(), "beside it");
        layOut(nameBounds().getMaxX() + 80);
        assertTrue(text(".option-called").isVisible());
        assertEndsWith("…", text(".option-called").getText());
        assertTrue(besideBounds().getMaxX() <= line.getWidth(), besideBounds().toString());
        layOut(nameBounds().getMaxX() + 20);
        assertFalse(text(".option-called").isVisible(), "dots alone say nothing");
    }

    @Test
    void headingCountIsCompleteBesideName() {
        line.showHeading("Elektrische Ausstattung", "12/345", Fold.OPEN);
        for (double width : List.of(400.0, 120.0)) {
            layOut(width);
            assertEquals("12/345", text(".option-called").getText());
            assertTrue(besideBounds().getMaxX() <= width, besideBounds().toString());
            assertTrue(nameBounds().getMaxX() < besideBounds().getMinX(), nameBounds() + " " + besideBounds());
        }
        assertTrue(text(".option-name").getText().endsWith("…"));
        assertFalse(line.checkBox().isVisible());
    }

    @Test
    void chevronTellsWhetherGroupIsFolded() {
        Node chevron = line.lookup(".fold-mark");
        line.showHeading("Safety", "1/2", Fold.OPEN);
        assertTrue(chevron.isVisible());
        assertEquals(0, chevron.getRotate());
        line.showHeading("Safety", "1/2", Fold.FOLDED);
        assertEquals(-90, chevron.getRotate());
        line.showHeading("Safety", "1/2", Fold.FIXED);
        assertFalse(chevron.isVisible(), "a click folds nothing");
    }

    @Test
    void rowSwitchesBetweenHeadingAndOption() {
        line.showOption("ABS", "");
        layOut(300);
        double left = nameBounds().getMinX();
        line.showHeading("Safety", "1/2", Fold.OPEN);
        layOut(300);
        assertFalse(line.checkBox().isVisible() || line.lookup(".box").isVisible());
        line.showOption("ABS", "anti-lock brakes");
        layOut(300);
        assertEquals(left, nameBounds().getMinX());
        assertTrue(line.checkBox().isVisible() && line.lookup(".box").isVisible());
        assertEquals(line.getWidth(), line.checkBox().getWidth(), "a click in the row is one on the box");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIMARY", "SECONDARY", "MIDDLE"})
    void onlyPrimaryMouseButtonToggles(MouseButton button) {
        line.showOption("ABS", "");
        line.checkBox().fireEvent(mouse(MouseEvent.MOUSE_CLICKED, 1, 1, button, 1));
        assertEquals(button == MouseButton.PRIMARY, line.checkBox().isSelected());
    }
}
