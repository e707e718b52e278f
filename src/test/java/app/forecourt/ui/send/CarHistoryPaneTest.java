package app.forecourt.ui.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.history.CarHistory;
import app.forecourt.history.HistoryStep;
import app.forecourt.history.StoredHistory;
import app.forecourt.history.StoredStep;
import app.forecourt.history.StoredStep.Event;
import app.forecourt.ui.PaneTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

/** The history of a car, by keyboard. */
class CarHistoryPaneTest extends PaneTest {
    private static final Instant DAY = Instant.parse("2026-10-12T10:00:00Z");
    private static final CarDraft DRAFT = CarDraft
            .of(Map.of(CarField.BRAND, "Opel", CarField.SALES_PRICE, "17990",
                    CarField.IMAGES, "https://a/1"), List.of("abs"));

    private void showHistory(List<StoredStep> steps) throws Exception {
        CarDraft now = DRAFT.with(CarField.SALES_PRICE, "17490")
                .with(CarField.IMAGES, "https://a/1\nhttps://a/2")
                .withOptions(List.of("abs", "tow_bar"));
        var stored = new StoredHistory(steps, List.of(), now, DAY.plus(Duration.ofDays(2)));
        show(1_000, 700, () -> {
            var pane = new CarHistoryPane(CarHistory.of(stored, CarDraft::equals),
                    new CarHistoryMessages(messages, appModel.displayNames(), appModel.profile().get()));
            return new HBox(pane);
        });
        focus("historyList");
    }

    private static StoredStep step(Event event, Optional<CarDraft> draft) {
        return new StoredStep(event, DAY, Optional.empty(), draft);
    }

    @SuppressWarnings("unchecked")
    private static ListView<HistoryStep> list() {
        return node("historyList", ListView.class);
    }

    @Test
    void selectedStepShowsItsChanges() throws Exception {
        showHistory(List.of(step(Event.TYPED, Optional.of(DRAFT)), step(Event.SOLD, Optional.empty())));
        assertEquals(3, (int) onFxThread(() -> list().getItems().size()));
        assertTrue(text("historyText").contains("Sales price: 17990 → 17490"), text("historyText"));
        assertTrue(text("historyText").contains("Photo addresses: 1 added"), text("historyText"));
        press(KeyCode.DOWN);
        assertTrue(text("historyText").contains("Marked as sold"), text("historyText"));
    }

    @Test
    void enterShowsTheWholeCarAsItWasThen() throws Exception {
        showHistory(List.of(step(Event.TYPED, Optional.of(DRAFT))));
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertTrue(text("historyText").contains("17990"), text("historyText"));
        assertTrue(text("historyText").contains("Opel"), text("historyText"));
        assertFalse(onFxThread(() -> node("historyText", TextArea.class).isEditable()));
        press(KeyCode.UP);
        assertTrue(text("historyText").contains("17490"), text("historyText"));
    }

    @Test
    void tenThousandStepsHaveFewCells() throws Exception {
        List<StoredStep> steps = new ArrayList<>();
        for (int number = 0; number < 10_000; number++) {
            steps.add(
                    step(Event.TYPED, Optional.of(DRAFT.with(CarField.SALES_PRICE, "" + (20_000 + number)))));
        }
        showHistory(steps);
        assertEquals(10_001, (int) onFxThread(() -> list().getItems().size()));
        assertTrue(onFxThread(() -> list().lookupAll(".list-cell").size()) < 100);
    }
}
