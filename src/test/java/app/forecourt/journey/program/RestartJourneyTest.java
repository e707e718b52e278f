package app.forecourt.journey.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Restart of the program: typed data is kept and every car is found by keyboard. */
class RestartJourneyTest extends WindowTest {

    private void typeCar(String plate, String brand, String model) throws Exception {
        focus("licensePlate");
        type("licensePlate", plate);
        focus("brand");
        type("brand", brand);
        type("model", model);
    }

    /** Returns the cars in the list from top to bottom. */
    private List<String> listed() {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup("#stock .stock-title")
                .queryAllAs(Label.class).stream()
                .sorted((first, second) -> Double.compare(y(first), y(second))).map(Label::getText).toList());
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

    private String dialogText() {
        return robot.lookup(".dialog-pane .dialog-content").queryAs(Label.class).getText();
    }

    @Test
    void carNameUsesTheWholeLine() throws Exception {
        untilReady();
        typeCar("83-XPG-7", "volkswagen", "passat variant comfortline business");
        until("the car", () -> listed().size() == 1 && listed().getFirst().endsWith("business"));
        until("its name to go to the end of the line", () -> {
            Label name = robot.lookup("#stock .stock-title").query();
            Region line = robot.lookup("#stock .list-cell.car").query();
            double end = line.localToScene(line.getWidth() - line.getInsets().getRight(), 0).getX();
            return Math.abs(name.localToScene(name.getWidth(), 0).getX() - end) < 2;
        });
    }

    @Test
    void restartRestoresCarAndCaret() throws Exception {
        untilReady();
        typeCar("R-759-BK", "opel", "corsa");
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        typeCar("XF-100-F", "volvo", "v60");
        focus("description");
        write("One owner, ");
        shutDown();
        launch();
        until("the car", () -> text("licensePlate").equals("XF-100-F"));
        assertEquals("One owner, ", text("description"));
        untilListed("volvo v60", "opel corsa");
        until("the caret", () -> focusedId().equals("description"));
        robot.push(KeyCode.END);
        write("garage kept");
        assertEquals("One owner, garage kept", text("description"));
        untilSaved();
        saveScreenshot("20-back-again");
    }

    @Test
    void carsAreFoundDeletedAndRestoredByKeyboard() throws Exception {
        untilReady();
        typeCar("R-759-BK", "opel", "corsa");
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        typeCar("XF-100-F", "volvo", "v60");
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        untilFocused("stockSearch");
        write("759bk");
        untilListed("opel corsa");
        robot.push(KeyCode.DOWN);
        until("the car that was looked for", () -> text("licensePlate").equals("R-759-BK"));
        untilFocused("stock");
        assertEquals("", label("brand-note"), "nothing is said of the car that was there before");
        saveScreenshot("21-found");

        robot.push(KeyCode.DELETE);
        untilListed();
        assertEquals("", text("licensePlate"), "the form is free");
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        untilListed("opel corsa");
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        robot.push(KeyCode.ESCAPE);
        untilListed("volvo v60", "opel corsa");

        // In the list Down moves between cars and skips the heading.
        robot.push(KeyCode.ENTER);
        until("the first", () -> text("licensePlate").equals("XF-100-F"));
        robot.push(KeyCode.DELETE);
        untilListed("opel corsa");
        focus("stockFilter");
        for (String _ : new String[]{"practice", "staging", "production", "sold", "withdrawn",
            "archived",
            "deleted"}) {
            robot.push(KeyCode.DOWN);
        }
        untilListed("volvo v60");
        saveScreenshot("22-deleted");
    }

    @Test
    void damagedJournalIsRestoredFromDailyCopy() throws Exception {
        untilReady();
        typeCar("R-759-BK", "opel", "corsa");
        shutDown();
        launch();
        until("the copy", () -> {
            try (Stream<Path> copies = Files.list(home.resolve("copies"))) {
                return copies.anyMatch(copy -> copy.toString().endsWith(".db"));
            } catch (java.nio.file.NoSuchFileException notYet) {
                return false;
            }
        });
        shutDown();
        Files.writeString(home.resolve("journal.db"), "This was a journal once.");
        launch();
        until("the bad news", () -> robot.lookup(".dialog-pane").tryQuery()
                .filter(pane -> pane.getScene().getWindow().isFocused()).isPresent());
        assertTrue(dialogText().startsWith("The file of your cars was damaged. It was moved aside"),
                dialogText());
        assertEquals("This was a journal once.", Files.readString(home.resolve("journal.db.bad")));
        robot.push(KeyCode.ESCAPE);
        until("the offer", () -> isVisible("agree"));
        assertTrue(dialogText().startsWith("There is a backup from "), dialogText());
        robot.push(KeyCode.ENTER);
        until("the good news", () -> robot.lookup(".dialog-pane").tryQuery().isPresent()
                && dialogText().startsWith("What was missing here was restored from the backup"));
        robot.push(KeyCode.ESCAPE);
        untilListed("opel corsa");
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        robot.push(KeyCode.DOWN);
        until("the car", () -> text("licensePlate").equals("R-759-BK"));
    }

    @Test
    void copiedCarBecomesDraft() throws Exception {
        untilReady();
        String json;
        try (var in = getClass().getResourceAsStream("/example-car.json")) {
            json = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        copyToClipboard(json);
        focus("menu");
        robot.push(KeyCode.SPACE);
        until("the menu", () -> robot.lookup("#menu-files").tryQuery().isPresent());
        // A letter moves to the item that begins with it.
        write("f");
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        until("the car", () -> text("brand").equalsIgnoreCase("bmw"));
        untilListed(text("brand") + " " + text("model"));
        untilSaved();
        assertEquals(0, practiceServer().requestCount("/api/cars"));
    }
}
