package app.forecourt.ui.stock;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.journey.Await;
import app.forecourt.model.stock.StockNotice;
import app.forecourt.model.stock.UndoableAction;
import app.forecourt.stock.CarNameFormatter;
import app.forecourt.stock.SampleRows;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.text.Language;
import app.forecourt.ui.ToolkitTest;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.words.Messages;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** Undo line below a narrow stock list, without a window. */
class StockNoticeLineTest extends ToolkitTest {
    /** Width in pixels of a narrow list beside the form on a small screen. */
    private static final double NARROW = 150;

    private static StockNoticeLine lineOf(Map<CarField, String> texts, StockMark mark, Messages messages) {
        return lineOf(new UndoableAction.Marked(SampleRows.of(texts), mark), messages);
    }

    private static StockNoticeLine lineOf(StockNotice notice, Messages messages) {
        return new StockNoticeLine(
                new SimpleObjectProperty<>(Optional.of(notice)),
                new CarNameFormatter(Vocabulary.bundled()),
                messages,
                () -> {});
    }

    private static String sentence(StockNoticeLine line) {
        return ((Label) line.lookup("#undoSaid")).getText();
    }

    private static Scene narrowScene(StockNoticeLine line) {
        Scene scene = new Scene(new VBox(line), NARROW, 400);
        scene.setUserAgentStylesheet(Theme.class.getResource("primer-light.css").toExternalForm());
        scene.getStylesheets().add(Theme.STYLE_SHEET);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return scene;
    }

    @Test
    void otherDeskIsNamed() {
        Await.onFxThread(() -> {
            Messages messages = new Messages(Locale.UK, Clock.systemUTC());
            StockRow car = SampleRows.of(Map.of(BRAND, "opel"));
            StockNoticeLine deleted =
                    lineOf(new UndoableAction.Marked(car, DELETED, Optional.of("Anna, desk 2")), messages);
            assertEquals(
                    "Anna, desk 2 deleted Opel. The form is empty now: typing there begins a new car",
                    sentence(deleted));
            assertTrue(deleted.lookup("#undo").isVisible());
            assertTrue(sentence(lineOf(new UndoableAction.Marked(car, DELETED, Optional.of("")), messages))
                    .startsWith("Another desk deleted Opel. "));
            StockNoticeLine returned = lineOf(new StockNotice.Returned(car, "Anna, desk 2", false), messages);
            assertEquals("Opel is back in the list: Anna, desk 2 works with it", sentence(returned));
            assertFalse(returned.lookup("#undo").isVisible());
            StockNoticeLine kept = lineOf(new StockNotice.Kept(car, "Anna, desk 2"), messages);
            assertEquals("Anna, desk 2 deleted Opel. It stays, because you are typing in it", sentence(kept));
            assertFalse(kept.lookup("#undo").isVisible());
        });
    }

    @Test
    void focusedLinkHasRing() {
        Await.onFxThread(() -> {
            StockNoticeLine line = lineOf(Map.of(BRAND, "opel"), DELETED, new Messages(Locale.UK, Clock.systemUTC()));
            Scene scene = narrowScene(line);
            Hyperlink link = (Hyperlink) line.lookup("#undo");
            double width = link.prefWidth(-1);
            Color unfocused = (Color) link.getTextFill();
            assertNull(link.getBorder());
            link.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
            scene.getRoot().applyCss();
            BorderStroke ring = link.getBorder().getStrokes().getFirst();
            Color accent = (Color) link.getTextFill();
            assertTrue(ring.getWidths().getTop() >= 2, ring.getWidths()::toString);
            assertEquals(accent.getHue(), ((Color) ring.getTopStroke()).getHue(), 15);
            assertEquals(width, link.prefWidth(-1), "the line moves");
            assertEquals(unfocused, accent);
            link.setVisited(true);
            scene.getRoot().applyCss();
            assertEquals(unfocused, link.getTextFill(), "an action is no visited page");
        });
    }

    @Test
    void longestWordFitsInEveryLanguage() {
        Await.onFxThread(() -> {
            for (Language language : Language.values()) {
                Messages messages = new Messages(language.locale(), Clock.systemUTC());
                StockNoticeLine line = lineOf(Map.of(BRAND, "volkswagen", MODEL, "multivan"), WITHDRAWN, messages);
                narrowScene(line);
                Label sentence = (Label) line.lookup("#undoSaid");
                double widest = Stream.of(sentence.getText().split(" "))
                        .mapToDouble(word -> {
                            Text text = new Text(word);
                            text.setFont(sentence.getFont());
                            return text.getLayoutBounds().getWidth();
                        })
                        .max()
                        .orElse(0);
                assertTrue(
                        sentence.getWidth() >= widest,
                        language + ": " + sentence.getWidth() + " for " + sentence.getText() + ", " + widest);
            }
        });
    }
}
