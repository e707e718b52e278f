package app.forecourt.model.stock;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.stock.SampleRows;
import app.forecourt.stock.StockRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** Tests of the notice that offers to undo. */
class StockNoticeModelTest {
    private static final Optional<UndoableAction> ONE =
            Optional.of(new UndoableAction.Imported(List.of(new UUID(0, 1))));
    private static final Optional<UndoableAction> OTHER =
            Optional.of(new UndoableAction.Imported(List.of(new UUID(0, 2))));

    private final SimpleObjectProperty<Optional<UndoableAction>> undo = new SimpleObjectProperty<>(Optional.empty());
    private final List<Runnable> later = new ArrayList<>();
    private final StockNoticeModel notice = new StockNoticeModel(undo, later::add);

    private void assertNoNotice() {
        assertEmpty(notice.shown().get());
    }

    @Test
    void laterNoticeOutlivesFirstTimer() {
        undo.set(ONE);
        undo.set(OTHER);
        later.removeFirst().run();
        assertEquals(OTHER, notice.shown().get());
        later.removeFirst().run();
        assertNoNotice();
        assertEquals(OTHER, undo.get(), "it can still be undone");
    }

    @Test
    void noticeEndsWhenAnotherDeskMarksTheCarOtherwise() {
        StockRow before = SampleRows.of(Map.of(BRAND, "Opel"));
        UUID car = before.id();
        undo.set(Optional.of(new UndoableAction.Marked(before, SOLD)));
        notice.endIfMarkedOtherwise(new UUID(0, 4), NONE);
        notice.endIfMarkedOtherwise(car, SOLD);
        assertEquals(undo.get(), notice.shown().get());
        notice.endIfMarkedOtherwise(car, NONE);
        assertNoNotice();
    }

    @Test
    void noticeOfAnotherDeskStaysUntilTheNextCar() {
        StockRow before = SampleRows.of(Map.of(BRAND, "Opel"));
        undo.set(Optional.of(new UndoableAction.Marked(before, DELETED, Optional.of("Anna"))));
        assertEmpty(later, "no end by time");
        assertEquals(undo.get(), notice.shown().get());
        notice.onCarShown();
        assertNoNotice();
        undo.set(ONE);
        notice.onCarShown();
        assertEquals(ONE, notice.shown().get(), "the notice of this desk");
    }

    @Test
    void noticeEndsWithoutUndo() {
        undo.set(ONE);
        undo.set(Optional.empty());
        assertNoNotice();
    }
}
