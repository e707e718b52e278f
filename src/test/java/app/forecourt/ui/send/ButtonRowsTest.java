package app.forecourt.ui.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Rows of buttons and links below a banner. */
class ButtonRowsTest {

    private static Region region(double height) {
        Region region = new Region();
        region.setPrefSize(50, height);
        return region;
    }

    @Test
    void linkIsInMiddleOfButtons() {
        Region button = region(34);
        Region link = region(26);
        assertEquals(134 + ButtonRows.ROW_GAP, ButtonRows.arrange(List.of(button, link), 0, 500, 100, true));
        assertEquals(100, button.getLayoutY());
        assertEquals(104, link.getLayoutY());
    }
}
