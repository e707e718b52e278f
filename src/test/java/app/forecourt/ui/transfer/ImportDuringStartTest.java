package app.forecourt.ui.transfer;

import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.ui.PaneTest;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** Import of cars before all cars of the journal are read. */
class ImportDuringStartTest extends PaneTest {
    @Test
    void duplicatesAreNamedWhenAllCarsAreRead() {
        show(700, 500, VBox::new);
        CarImporter importer =
                onFxThread(() -> createExchange(appModel, background()).importer());
        for (int count = 1; count <= 2; count++) {
            copyToClipboard("{\"internalId\": \"SEB-1\"}");
            onFxThread(importer::importClipboard);
            int cars = count;
            until("the car", () -> {
                window.runQueued();
                return stock().all().size() == cars;
            });
        }
        assertFalse(isCovered());
        onFxThread(() -> stock().setComplete());
        until("the message", this::isCovered);
    }
}
