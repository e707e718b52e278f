package app.forecourt.ui.window;

import static app.forecourt.car.CarField.SALES_PRICE;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.model.store.Autosave;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.fx.ScreenReaderProbe;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The texts of the window that are announced to screen readers when they change. */
class AnnouncementsTest extends MainWindowContentFixture {
    private ScreenReaderProbe reader;

    AnnouncementsTest() {
        variables = Map.of();
    }

    @BeforeEach
    void listen() {
        step(() -> {
            reader = new ScreenReaderProbe(scene);
        });
    }

    @AfterEach
    void stopListening() {
        step(reader::close);
    }

    /** Waits for announcements, because the texts of an outcome may change in more than one step. */
    private void assertHeard(String... announcements) {
        for (String announcement : announcements) {
            await(announcement, () -> {
                reader.settle();
                return times(announcement) > 0;
            });
        }
    }

    private long times(String announcement) {
        return reader.announcements().stream()
                .filter(heard -> heard.startsWith("liveLine: " + announcement))
                .count();
    }

    private void searchOption(String option) {
        overtype("optionSearch", option);
    }

    @ProofTest
    void lookupIsAnnouncedAsOneText() {
        write("r759bk");
        assertHeard("R-759-BK  ·  Dutch");
        press(ENTER);
        await("the register", () -> label("lookUp").startsWith("Practice's RDW"));
        assertHeard("Practice's RDW: 9 fields filled");
        assertEquals(0, times("From RDW"), "the note of each field that was filled");
    }

    @Test
    void fieldThatIsLeftIsAnnounced() {
        writeInto("bodyType", "cupe");
        focus("version");
        assertHeard("Unknown word “cupe”; will be sent as typed", "1 to check");
    }

    @ProofTest
    void optionsAndPhotosAreAnnounced() {
        searchOption("zzz");
        await("the search", () -> label("optionSaid").contains("zzz"));
        assertHeard("No option is called “zzz”");
        searchOption("abs");
        press(ENTER);
        writeInto("images", "https://photos.example/front.jpg");
        press(ENTER);
        assertHeard("1 chosen", "One photo  ·  10 are good", "In Practice nothing leaves this computer, so photos");
    }

    @ProofTest
    void sendingIsAnnounced() {
        step(() -> {
            typeCar();
            type(SALES_PRICE, "");
        });
        writeInto("bodyType", "cupe");
        press(SHORTCUT, ENTER);
        assertHeard("One thing to fix · 1 to check", "1 to fix", "1 to check");
        writeInto("salesPrice", "14950");
        focus("bodyType");
        press(ENTER);
        assertText("bodyType", "Coupé");
        press(SHORTCUT, ENTER);
        await(
                "the outcome",
                () -> isVisible("outcomeTitle") && label("outcomeTitle").endsWith(" is at PRACTICE"));
        assertHeard(label("outcomeTitle"), "Accepted: ");
    }

    @Test
    void savingIsAnnouncedOnce() throws Exception {
        write("r759bk");
        await("the saving", () -> label("saved").startsWith("Saved "));
        write("x");
        await("the saving", () -> cars().unsavedCount() == 0);
        assertHeard("Saved ");
        write("y");
        await("the saving", () -> cars().unsavedCount() == 0);
        step(reader::settle);
        assertEquals(1, times("Saved "), "not with every saving");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            write("z");
            await("the failure", () -> cars().autosave().state().getValue() instanceof Autosave.State.Failing);
        }
        assertHeard("Not saved");
    }
}
