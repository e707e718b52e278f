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

/** The desk remembers: what was typed is there at the next start, and every car is found again by keyboard. */
class RestartJourneyTest extends WindowTest {

    private void typeACar(String plate, String brand, String model) throws Exception {
        focus("licensePlate");
        type("licensePlate", plate);
        focus("brand");
        type("brand", brand);
        type("model", model);
    }

    /** The cars in the list, from above. */
    private List<String> listed() {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup("#stock .stock-title")
                .queryAllAs(Label.class).stream()
                .sorted((one, other) -> Double.compare(y(one), y(other))).map(Label::getText).toList());
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

    private String dialog() {
        return robot.lookup(".dialog-pane .dialog-content").queryAs(Label.class).getText();
    }

    @Test
    void nameOfACarHasAllTheRoomThatItsLineHas() throws Exception {
        untilReady();
        typeACar("83-XPG-7", "volkswagen", "passat variant comfortline business");
        until("the car", () -> listed().size() == 1 && listed().getFirst().endsWith("business"));
        until("its name to go to the end of the line", () -> {
            Label name = robot.lookup("#stock .stock-title").query();
            Region line = robot.lookup("#stock .list-cell.car").query();
            double end = line.localToScene(line.getWidth() - line.getInsets().getRight(), 0).getX();
            return Math.abs(name.localToScene(name.getWidth(), 0).getX() - end) < 2;
        });
    }

    @Test
    void theProgramComesBackWithTheCarAndTheCaretWhereTheyWere() throws Exception {
        untilReady();
        typeACar("R-759-BK", "opel", "corsa");
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        typeACar("XF-100-F", "volvo", "v60");
        focus("description");
        write("One owner, ");
        end();
        launch();
        until("the car", () -> text("licensePlate").equals("XF-100-F"));
        assertEquals("One owner, ", text("description"));
        untilListed("volvo v60", "opel corsa");
        until("the caret", () -> focused().equals("description"));
        robot.push(KeyCode.END);
        write("garage kept");
        assertEquals("One owner, garage kept", text("description"));
        untilSaved();
        picture("20-back-again");
    }

    @Test
    void carsAreFoundDeletedAndBroughtBackByKeyboardOnly() throws Exception {
        untilReady();
        typeACar("R-759-BK", "opel", "corsa");
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        typeACar("XF-100-F", "volvo", "v60");
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        untilFocused("stockSearch");
        write("759bk");
        untilListed("opel corsa");
        robot.push(KeyCode.DOWN);
        until("the car that was looked for", () -> text("licensePlate").equals("R-759-BK"));
        untilFocused("stock");
        assertEquals("", label("brand-note"), "nothing is said of the car that was there before");
        picture("21-found");

        robot.push(KeyCode.DELETE);
        untilListed();
        assertEquals("", text("licensePlate"), "the form is free");
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        untilListed("opel corsa");
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        robot.push(KeyCode.ESCAPE);
        untilListed("volvo v60", "opel corsa");

        // Back in the list Down goes from car to car, over the heading.
        robot.push(KeyCode.ENTER);
        until("the first", () -> text("licensePlate").equals("XF-100-F"));
        robot.push(KeyCode.DELETE);
        untilListed("opel corsa");
        focus("stockFilter");
        for (String filter : new String[]{"practice", "staging", "production", "sold", "withdrawn",
            "archived",
            "deleted"}) {
            robot.push(KeyCode.DOWN);
        }
        untilListed("volvo v60");
        picture("22-deleted");
    }

    @Test
    void damagedJournalIsPutAsideAndItsCarsComeBackFromTheDailyCopy() throws Exception {
        untilReady();
        typeACar("R-759-BK", "opel", "corsa");
        end();
        launch();
        until("the copy", () -> {
            try (Stream<Path> copies = Files.list(home.resolve("copies"))) {
                return copies.anyMatch(copy -> copy.toString().endsWith(".db"));
            } catch (java.nio.file.NoSuchFileException notYet) {
                return false;
            }
        });
        end();
        Files.writeString(home.resolve("journal.db"), "This was a journal once.");
        launch();
        until("the bad news", () -> robot.lookup(".dialog-pane").tryQuery()
                .filter(pane -> pane.getScene().getWindow().isFocused()).isPresent());
        assertTrue(dialog().startsWith("The file of your cars was damaged. It was moved aside"), dialog());
        assertEquals("This was a journal once.", Files.readString(home.resolve("journal.db.bad")));
        robot.push(KeyCode.ESCAPE);
        until("the offer", () -> visible("agree"));
        assertTrue(dialog().startsWith("There is a backup from "), dialog());
        robot.push(KeyCode.ENTER);
        until("the good news", () -> robot.lookup(".dialog-pane").tryQuery().isPresent()
                && dialog().startsWith("What was missing here was restored from the backup"));
        robot.push(KeyCode.ESCAPE);
        untilListed("opel corsa");
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        robot.push(KeyCode.DOWN);
        until("the car", () -> text("licensePlate").equals("R-759-BK"));
    }

    @Test
    void carThatWasCopiedElsewhereBecomesADraft() throws Exception {
        untilReady();
        String json;
        try (var in = getClass().getResourceAsStream("/example-car.json")) {
            json = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        copy(json);
        focus("menu");
        robot.push(KeyCode.SPACE);
        until("the menu", () -> robot.lookup("#menu-files").tryQuery().isPresent());
        // A letter goes to what begins with it.
        write("f");
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        until("the car", () -> text("brand").equalsIgnoreCase("bmw"));
        untilListed(text("brand") + " " + text("model"));
        untilSaved();
        assertEquals(0, practice().requests("/api/cars"));
    }
}
