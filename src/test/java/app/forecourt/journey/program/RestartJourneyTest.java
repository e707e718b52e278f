package app.forecourt.journey.program;

import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.N;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import app.forecourt.start.PrimaryStage;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** Restart of the program: typed data, the focus and the bounds of the window are kept. */
class RestartJourneyTest extends WindowTest {

    @Override
    public void prepare() throws Exception {
        Files.writeString(home.resolve("preferences.json"), "{\"window\": \"60 40 1000 650\"}");
    }

    private Stage stage() {
        return (Stage) scene().getWindow();
    }

    private String bounds() {
        Stage stage = stage();
        return stage.getX() + " " + stage.getY() + " " + stage.getWidth() + " " + stage.getHeight();
    }

    private void typeCar(String plate, String brand, String model) throws Exception {
        focus("licensePlate");
        type("licensePlate", plate);
        focus("brand");
        type("brand", brand);
        type("model", model);
    }

    /** Returns the cars in the list from top to bottom. */
    private List<String> listed() {
        return onFxThread(() -> stockTitles().stream()
                .sorted((first, second) -> Double.compare(y(first), y(second)))
                .map(Label::getText)
                .toList());
    }

    private static double y(Label label) {
        return label.localToScene(0, 0).getY();
    }

    private void untilListed(String... cars) throws Exception {
        until("the list to be " + List.of(cars), () -> listed().equals(List.of(cars)));
    }

    private void untilSaved() throws Exception {
        until("the saving", () -> label("saved").startsWith("Saved "));
    }

    @Test
    void restartRestoresCarAndCaret() throws Exception {
        untilReady();
        assertEquals("60.0 40.0 1000.0 650.0", bounds());
        typeCar("R-759-BK", "opel", "corsa");
        press(SHORTCUT, N);
        typeCar("XF-100-F", "volvo", "v60");
        writeInto("description", "One owner, ");
        hideMaximisedWindow();
        shutDown();
        launch();
        until("the whole screen", () -> stage().isMaximized() && stage().getWidth() > 1100);
        untilText("licensePlate", "XF-100-F");
        assertText("description", "One owner, ");
        untilListed("Volvo V60", "Opel Corsa");
        until("the caret", () -> focusedId().equals("description"));
        press(END);
        write("garage kept");
        assertText("description", "One owner, garage kept");
        untilSaved();

        onFxThread(() -> stage().setIconified(true));
        assertTrue(stage().isIconified());
        // A second start of the program calls this.
        PrimaryStage.bringToFront();
        until("the window", () -> !stage().isIconified());

        writeInto("salesPrice", "45");
        untilSaved();
        shutDown();
        launch();
        until(
                "the caret",
                () -> focusedId().equals("salesPrice") && text("salesPrice").equals("45"));
        write("0");
        assertText("salesPrice", "450", "the amount goes on as it was typed");
    }

    /** Moves, enlarges and maximises the window and hides it, which saves its bounds. */
    private void hideMaximisedWindow() throws Exception {
        Stage stage = stage();
        onFxThread(() -> {
            stage.setX(90);
            stage.setWidth(1100);
        });
        // Waits for the size, because a late resize would undo the next step.
        until("the size", () -> stage.getX() == 90 && stage.getWidth() == 1100);
        onFxThread(() -> stage.setMaximized(true));
        until("the whole screen", () -> stage.isMaximized() && stage.getWidth() > 1100);
        onFxThread(stage::hide);
        until(
                "the file",
                () -> Files.readString(home.resolve("preferences.json")).contains("\"90 40 1100 650 maximised\""));
    }
}
