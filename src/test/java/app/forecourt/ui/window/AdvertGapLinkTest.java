package app.forecourt.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import javafx.scene.control.Hyperlink;
import org.junit.jupiter.api.Test;

/** Test of the link to the fields that buyers miss most: its text, and the field to which it leads. */
class AdvertGapLinkTest extends MainWindowContentFixture {
    private void assertLeadsTo(String field, String text) {
        Hyperlink link = node("advertGaps", Hyperlink.class);
        assertEquals(text, onFxThread(link::getText));
        step(link::fire);
        assertFocused(field);
    }

    @Test
    void clickGoesToTheFirstGap() {
        assertLeadsTo("images", "Buyers miss: 10 photos, Sales price, Mileage");
        step(() -> form().photos()
                .add(IntStream.range(0, 10)
                        .mapToObj(at -> "https://a.nl/" + at + ".jpg")
                        .toList()));
        type("salesPrice", "9950");
        type("mileage", "41300");
        assertLeadsTo("dateOfFirstRegistration", "Buyers miss: First registration, Description, Options");
        type("dateOfFirstRegistration", "1-2-2020");
        type("description", "One owner");
        assertLeadsTo("optionSearch", "Buyers miss: Options, Fuel, Gearbox");
    }
}
