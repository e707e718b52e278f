package app.forecourt.ui.fx;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.Await;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.ToolkitTest;
import com.sun.javafx.text.ScriptMapper;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/**
 * Text wrapping with right-to-left text and shaped characters. JavaFX must never compute the size of such a text while
 * it wraps.
 */
class SafeTextWrapTest extends ToolkitTest {
    private static final String SHALOM = "\u05E9\u05DC\u05D5\u05DD ";

    private TextArea area;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.setupScene(() -> {
            area = new TextArea("A nice car. ".repeat(60));
            SafeTextWrap.enable(area);
            return new Scene(area, 300, 200);
        });
        FxToolkit.showStage();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupStages();
    }

    private void assertNotWrapped(String text) {
        Await.onFxThread(() -> {
            area.setText(text);
            area.layout();
            assertFalse(area.isWrapText());
        });
    }

    /** A mouse move or a screen reader requests the size before the next layout. */
    @Test
    void sizeBeforeNextLayout() {
        Await.onFxThread(() -> {
            Text shown = (Text) area.lookup(".text");
            assertTrue(shown.getWrappingWidth() > 0, "it wraps");
            for (String text : List.of("A nice car. " + SHALOM.repeat(60), "abc \u202Edef ".repeat(60))) {
                area.setText(text);
                assertTrue(shown.getLayoutBounds().getWidth() > 0);
                assertFalse(area.isWrapText());
            }
            area.setText("A nice car");
            area.layout();
            assertTrue(area.isWrapText());
            assertEquals("A nice car", shown.getText());
        });
    }

    @Test
    void sizeOfLabel() {
        Await.onFxThread(() -> {
            Label label = new Label("A nice car. ".repeat(20));
            SafeTextWrap.enable(label);
            area.getScene().setRoot(new VBox(label));
            label.applyCss();
            label.getParent().layout();
            Text shown = (Text) label.lookup(".text");
            assertTrue(shown.getLayoutBounds().getHeight() > 2 * shown.getFont().getSize(), "it wraps");
            label.setText("A nice car. " + SHALOM.repeat(60));
            assertTrue(shown.getLayoutBounds().getWidth() > 0);
            assertTrue(label.prefWidth(-1) > 0);
            label.getParent().layout();
            assertTrue(shown.getLayoutBounds().getWidth() > 0);
            assertFalse(label.isWrapText());
        });
    }

    /** JavaFX takes a minute to wrap a long paragraph with combining marks, and under a second without wrapping. */
    @ProofTest
    void longParagraphWithMarksIsNotWrapped() {
        String hindi = "\u0917\u093E\u0921\u093C\u0940 \u0905\u091A\u094D\u091B\u0940 ";
        String latin = "A nice car. ";
        assertTrue(SafeTextWrap.isSafe(latin.repeat(900)));
        assertTrue(SafeTextWrap.isSafe("\u2764\uFE0F " + latin.repeat(900)), "a heart in colour");
        assertTrue(SafeTextWrap.isSafe((hindi.repeat(60) + "\n").repeat(10)));
        for (String text : List.of(hindi.repeat(900), "Ve\u0301hicule. " + latin.repeat(900))) {
            assertFalse(SafeTextWrap.isSafe(text));
            assertNotWrapped(text);
        }
    }

    /** The emoji of a family are joined by an invisible character. Texts from the web contain such characters too. */
    @Test
    void longParagraphWithShapedTextIsNotWrapped() {
        String latin = "A nice car. ".repeat(333);
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 ";
        assertTrue(SafeTextWrap.isSafe(family + latin.substring(0, 900)));
        for (String text : List.of(family + latin, latin + "Auf\u200Clage", "\u0E23\u0E16 " + latin)) {
            assertNotWrapped(text);
        }
    }

    /** Each paragraph takes 0.1 s at each letter typed. */
    @Test
    void manyShapedParagraphsAreNotWrapped() {
        String paragraph = "\uD83D\uDC68\u200D\uD83D\uDC69 " + "A nice car. ".repeat(80) + "\n";
        assertTrue(SafeTextWrap.isSafe(paragraph.repeat(7)));
        assertFalse(SafeTextWrap.isSafe(paragraph.repeat(100)));
    }

    @Test
    void shapedCharactersAreThoseOfJavaFx() {
        List<String> wrong = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(character -> SafeTextWrap.isShaped(Character.toString(character))
                        != ScriptMapper.isComplexCharCode(character))
                .mapToObj(Integer::toHexString)
                .toList();
        assertEmpty(wrong);
    }
}
