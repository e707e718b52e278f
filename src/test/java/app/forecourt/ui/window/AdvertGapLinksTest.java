package app.forecourt.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

/** What buyers miss most: its words in the line of the send button, and the field to which each link leads. */
class AdvertGapLinksTest extends MainWindowFixture {
    private List<String> shown() {
        return onFxThread(() -> node("advertGaps", HBox.class).getChildren().stream()
                .map(child -> ((Labeled) child).getText())
                .toList());
    }

    private void follow(String field) {
        step(() -> node("gap-" + field, Hyperlink.class).fire());
    }

    @Test
    void clickGoesToTheField() {
        assertEquals(List.of("Buyers miss:", "10 photos", "Sales price", "Mileage"), shown());
        assertTrue(isVisible("gap-mileage"));
        follow("mileage");
        assertEquals("mileage", focusedId());
        follow("images");
        assertEquals("images", focusedId());
        step(() -> form().photos()
                .add(IntStream.range(0, 10)
                        .mapToObj(at -> "https://a.nl/" + at + ".jpg")
                        .toList()));
        type("salesPrice", "9950");
        type("description", "One owner");
        assertEquals(List.of("Buyers miss:", "Mileage", "First registration", "Options"), shown());
        follow("options");
        assertEquals("optionSearch", focusedId());
    }
}
