package app.forecourt.ui.fx;

import static app.forecourt.ui.InputEvents.mouse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.Await;
import app.forecourt.ui.ToolkitTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Creation of list cells in small parts: few cells a frame, and tooltips only for cells under the mouse. */
class ListCellCostTest extends ToolkitTest {
    private static final double HEIGHT = 700;
    private static final double ROW = 20;
    /** Rows of a step of 60 pixels, with the one that is cut off and those that the list measures. */
    private static final int FEW = 9;

    private ListView<String> list;
    /** Number of cells created before the end of each layout. */
    private final List<Integer> created = new ArrayList<>();

    private int cells;

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupStages();
    }

    @Test
    void firstRowsAppearFrameByFrame() throws Exception {
        FxToolkit.setupScene(() -> {
            list = new ListView<>();
            list.setFixedCellSize(ROW);
            list.setCellFactory(_ -> {
                cells++;
                return new ListCell<>();
            });
            Scene scene = new Scene(new FrameByFrameListPane(list), 300, HEIGHT);
            scene.addPostLayoutPulseListener(() -> created.add(cells));
            return scene;
        });
        // A test before has left the size of its window.
        FxToolkit.setupStage(Stage::sizeToScene);
        FxToolkit.showStage();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(HEIGHT, onFxThread(list::getHeight), "an empty list has all the room");
        onFxThread(() -> {
            created.clear();
            cells = 0;
            return list.getItems()
                    .addAll(IntStream.range(0, 1_000)
                            .mapToObj(row -> "row " + row)
                            .toList());
        });
        Await.untilTrue("all rows", () -> list.getHeight() >= HEIGHT && cells >= HEIGHT / ROW);
        WaitForAsyncUtils.waitForFxEvents();
        List<Integer> totals = onFxThread(() -> List.copyOf(created));
        assertTrue(totals.getLast() >= HEIGHT / ROW, totals.toString());
        int before = 0;
        for (int total : totals) {
            assertTrue(total - before <= FEW, totals.toString());
            before = total;
        }
    }

    @Test
    void tooltipIsCreatedUnderTheMouse() throws Exception {
        Label label = onFxThread(() -> new Label("short"));
        Tooltip tooltip = onFxThread(() -> {
            LazyTooltip.install(label, () -> "the whole text");
            assertNull(label.getTooltip());
            Event.fireEvent(label, mouse(MouseEvent.MOUSE_ENTERED, 0, 0));
            Event.fireEvent(label.getTooltip(), new WindowEvent(label.getTooltip(), WindowEvent.WINDOW_SHOWING));
            return label.getTooltip();
        });
        assertEquals("the whole text", onFxThread(tooltip::getText));
    }

    private static <T> T onFxThread(Callable<T> read) {
        return Await.onFxThread(read);
    }
}
