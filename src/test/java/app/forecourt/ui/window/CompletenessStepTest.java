package app.forecourt.ui.window;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static javafx.scene.input.KeyCode.F8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.stream.IntStream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Hyperlink;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The step that raises the completeness most: its words, and the place to which its click and F8 lead. */
class CompletenessStepTest extends MainWindowFixture {
    private String step() {
        return onFxThread(() -> node("completeness-next", Hyperlink.class).getText());
    }

    private void click() {
        step(() -> node("completeness-next", Hyperlink.class).fire());
    }

    /** Adds files. The fake web space prepares the same picture from each. */
    private void addAlikePhotos(int count) {
        step(() -> appModel.formPhotos().add(
                IntStream.range(0, count).mapToObj(number -> Path.of(number + ".jpg")).toList()));
        await("the photos", () -> onFxThread(
                () -> appModel.weakPhotos().positions().get().size() == count - 1));
        await("the tiles", () -> onFxThread(() -> node("photos")
                .queryAccessibleAttribute(AccessibleAttribute.ITEM_COUNT)).equals(count));
    }

    private Object selectedPhoto() {
        return onFxThread(() -> node("photos").queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM));
    }

    private Object photo(int at) {
        return onFxThread(
                () -> node("photos").queryAccessibleAttribute(AccessibleAttribute.ITEM_AT_INDEX, at));
    }

    @Test
    void clickGoesToTheField() {
        assertEquals("10 more photos would add 56%", step());
        click();
        assertEquals("images", focusedId());
        step(() -> form().photos()
                .add(IntStream.range(0, 10).mapToObj(at -> "https://a.nl/" + at + ".jpg").toList()));
        assertEquals("23 more fields would add 30%", step());
        type("licensePlate", "XF-100-F");
        focus("brand");
        click();
        assertEquals("vin", focusedId());
    }

    @Tag("proof")
    @Test
    void clickAndF8GoToThePhotosThatCouldBeBetter() {
        addAlikePhotos(10);
        assertEquals("9 photos could be better: plus 36%", step());
        click();
        untilFocused("photos");
        assertEquals(photo(1), selectedPhoto());
        press(F8);
        assertEquals(photo(2), selectedPhoto());
        focus("brand");
        press(F8);
        untilFocused("photos");
        assertEquals(photo(1), selectedPhoto());
    }

    @Tag("proof")
    @Test
    void f8SaysThatNothingIsMarkedWithoutAWeakPhoto() {
        addAlikePhotos(1);
        assertEmpty(onFxThread(() -> appModel.weakPhotos().positions().get()));
        focus("brand");
        press(F8);
        assertEquals("brand", focusedId());
        assertFalse(step().isEmpty());
    }
}
