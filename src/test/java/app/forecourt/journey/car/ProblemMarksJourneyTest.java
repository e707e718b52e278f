package app.forecourt.journey.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Error badges with their tooltips, the notes of the option list, and pastes that are too long. */
class ProblemMarksJourneyTest extends WindowTest {
    private static final double NEAR = 12;

    @Override
    public void prepare() throws Exception {
        // Practice is the first profile, so that options exist. Staging has a server that does not answer.
        Files.writeString(home.resolve("preferences.json"), """
                {"profile": "practice", "clientId": "id", "clientSecret": "secret",
                 "stagingUrl": "http://127.0.0.1:1", "tokenUrl": "http://127.0.0.1:1/oauth/token"}""");
    }

    private Control field(String id) {
        return robot.lookup("#" + id).queryAs(Control.class);
    }

    private Node badge(String id) {
        return robot.lookup("#" + id + "-badge").query();
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static boolean hasPseudoClass(Node node, String state) {
        return node.getPseudoClassStates().contains(PseudoClass.getPseudoClass(state));
    }

    /** Asserts that a badge is at the upper right corner of its field and covers no neighbour. */
    private void assertAtCorner(String id) {
        Bounds field = inScene(field(id));
        Bounds badge = inScene(badge(id));
        var around = new BoundingBox(field.getMinX() - NEAR, field.getMinY() - NEAR,
                field.getWidth() + 2 * NEAR, field.getHeight() + 2 * NEAR);
        assertTrue(around.contains(badge), badge + " is not at " + field);
        assertTrue(
                badge.getMaxX() <= field.getMaxX()
                        && badge.getMinX() > field.getMaxX() - 2 * badge.getWidth(),
                badge + " is not at the corner of " + field);
        assertEquals(field.getMinY(), badge.getCenterY(), 1);
    }

    private void assertVisible(String id) {
        Node badge = badge(id);
        assertSame(scene(), badge.getScene());
        assertTrue(badge.isVisible());
        assertTrue(inScene(badge).getWidth() >= 12 && inScene(badge).getHeight() >= 12,
                "" + inScene(badge));
        Node icon = badge.lookup(".ikonli-font-icon");
        assertTrue(icon.getLayoutBounds().getWidth() > 8, "" + icon);
        assertTrue(inScene(badge).contains(inScene(icon).getCenterX(), inScene(icon).getCenterY()));
        assertAtCorner(id);
    }

    @Test
    void badgeStaysUntilProblemIsFixed() throws Exception {
        focus("engineKw");
        type("engineKw", "many");
        until("the badge", () -> isVisible("engineKw-badge"));
        assertVisible("engineKw");
        assertTrue(hasPseudoClass(badge("engineKw"), "danger"));
        assertTrue(label("engineKw-note").startsWith("Not a whole number"));
        assertEquals(label("engineKw-note"), field("engineKw").getTooltip().getText());
        assertEquals(label("engineKw-note"), field("engineKw").getAccessibleHelp());
        assertTrue(scene().getRoot().getStyleClass().contains("window"), "" + scene().getRoot());

        Bounds before = inScene(badge("engineKw"));
        ScrollPane form = robot.lookup(".form").query();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            form.setVvalue(form.getVvalue() + 0.25);
            scene().getRoot().layout();
        });
        assertTrue(Math.abs(before.getMinY() - inScene(badge("engineKw")).getMinY()) > 20,
                "the form did not scroll");
        assertAtCorner("engineKw");
        double width = field("engineKw").getWidth();
        WaitForAsyncUtils.waitForAsyncFx(5000,
                () -> scene().getWindow().setWidth(scene().getWindow().getWidth() - 80));
        until("narrower fields", () -> field("engineKw").getWidth() < width - 10);
        assertAtCorner("engineKw");

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("the warning", () -> isVisible("licensePlate-badge"));
        assertVisible("licensePlate");
        assertTrue(hasPseudoClass(badge("licensePlate"), "warning"));
        assertFalse(hasPseudoClass(badge("licensePlate"), "danger"));
        saveScreenshot("9-badges");

        for (String typed : List.of("71", "x", "72", "y", "73")) {
            focus("engineKw");
            retype("engineKw", typed);
            assertEquals(!Character.isDigit(typed.charAt(0)), isVisible("engineKw-badge"), typed);
        }
        assertNull(field("engineKw").getTooltip());
        assertEquals(1, field("engineKw").getParent().getChildrenUnmodifiable().stream()
                .filter(child -> "engineKw-badge".equals(child.getId())).count());
    }

    @Test
    void optionProblemIsShownAboveList() throws Exception {
        untilReady();
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        write("heated s");
        robot.push(KeyCode.ENTER);
        assertEquals("1 chosen", label("optionCount"));
        focus("profile-practice");
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.SPACE);
        until("no connection", () -> label("connection").equals("No connection"));
        assertFalse(isVisible("options-note"));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until("the note", () -> isVisible("options-note"));
        Node note = robot.lookup("#options-note").query();
        assertTrue(label("options-note").contains("could not be compared"), label("options-note"));
        assertTrue(hasPseudoClass(note, "warning"));
        assertEquals(label("options-note"), field("options").getAccessibleHelp());
        saveScreenshot("9-options");
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.SPACE);
        assertEquals("0 chosen", label("optionCount"));
        assertFalse(isVisible("options-note"));
    }

    private void paste(String text) {
        copyToClipboard(text);
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
    }

    @Test
    void tooLongPasteIsRejectedAndReported() throws Exception {
        // Wait for the options, because a list that is loaded later clears the feedback line.
        untilReady();
        focus("brand");
        write("opel");
        String page = "汽车 سيارة car ".repeat(100_000).substring(0, 1_000_000);
        paste(page);
        assertEquals("opel", text("brand"));
        assertEquals("Not pasted: 1,000,004 characters, at most 2,000 fit here", label("brand-note"));
        assertEquals(label("brand-note"), field("brand").getAccessibleHelp());
        assertTrue(isVisible("brand-badge"));
        assertFalse(isVisible("nextProblem"), "nothing is wrong with the car");
        assertEquals(page, WaitForAsyncUtils.waitForAsyncFx(5000,
                () -> Objects.requireNonNull(Clipboard.getSystemClipboard().getString())));
        write("x");
        assertEquals("opelx", text("brand"));
        assertEquals("", label("brand-note"));
        assertFalse(isVisible("brand-badge"));

        focus("description");
        paste(page.substring(0, 2_001));
        assertEquals(2_001, text("description").length(), "it has many lines");
        paste(page.substring(0, 98_000));
        assertEquals("Not pasted: 100,001 characters, at most 100,000 fit here",
                label("description-note"));
        robot.push(KeyCode.TAB);
        assertFalse(label("description-note").startsWith("Not pasted"), label("description-note"));

        focus("optionSearch");
        paste(page);
        assertEquals("", text("optionSearch"));
        assertEquals("Not pasted: 1,000,000 characters, at most 100 fit here", label("optionSaid"));

        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        until("the settings", () -> isVisible("clientId"));
        WaitForAsyncUtils.waitForAsyncFx(5000, field("clientId")::requestFocus);
        robot.targetWindow(field("clientId"));
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        paste(page);
        assertEquals("id", text("clientId"));
        assertEquals("Not pasted: 1,000,000 characters, at most 2,000 fit here", label("clientId-note"));
        paste("other");
        assertEquals("other", text("clientId"));
        assertFalse(isVisible("clientId-note"));
        robot.push(KeyCode.ESCAPE);
    }

    /** PDFs have letters and accents as two characters. */
    @Test
    void letterAndAccentAreComposed() throws Exception {
        focus("model");
        write("sc");
        paste("e\u0301nic");
        write("2");
        assertEquals("sc\u00e9nic2", text("model"));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        write("s");
        assertEquals("scs", text("model"));
    }

    /** An accepted suggestion sets the text in this way. */
    @Test
    void letterAndAccentMayBeSetUncomposed() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(5000,
                () -> robot.lookup("#model").<TextInputControl>query().setText("e\u0301"));
        assertEquals("\u00e9", text("model"));
    }
}
