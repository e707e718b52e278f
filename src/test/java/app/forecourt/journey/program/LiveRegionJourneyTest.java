package app.forecourt.journey.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journey.ScreenReaderProbe;
import app.forecourt.journey.WindowTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Announcements to screen readers about changes outside the focused control. */
class LiveRegionJourneyTest extends WindowTest {
    private ScreenReaderProbe reader;

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(5000, reader::close);
    }

    private void untilHeard(String announcement) throws Exception {
        try {
            until("what is read out", () -> times(announcement) > 0);
        } catch (AssertionError late) {
            throw new AssertionError(announcement + " is not in " + reader.announcements(), late);
        }
    }

    private long times(String announcement) {
        return reader.announcements().stream().filter(heard -> heard.startsWith("liveLine: " + announcement))
                .count();
    }

    private void searchOption(String option) {
        focus("optionSearch");
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        write(option);
    }

    @Test
    void changesAreAnnouncedOnceTheySettle() throws Exception {
        untilReady();
        Label planted = new Label("planted");
        planted.setId("planted");
        reader = WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            ((Pane) robot.lookup(".cards").query()).getChildren().add(planted);
            return new ScreenReaderProbe(scene());
        });
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> planted.setText("Nobody follows this"));
        focus("licensePlate");
        write("r759bk");
        robot.push(KeyCode.ENTER);
        untilHeard("R-759-BK  ·  Dutch");
        untilHeard("Practice's RDW: 9 fields filled");
        untilHeard("26% complete");
        untilHeard("Saved ");
        assertEquals(0, times("From RDW"), "what the register filled is told in one");
        focus("bodyType");
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        write("cupe");
        robot.push(KeyCode.TAB);
        untilHeard("Unknown word; will be sent as typed");
        searchOption("zzz");
        untilHeard("1 to check");
        untilHeard("No option is called “zzz”");
        searchOption("abs");
        robot.push(KeyCode.ENTER);
        focus("images");
        write("https://photos.example/front.jpg");
        robot.push(KeyCode.ENTER);
        untilHeard("1 chosen");
        untilHeard("One photo  ·  10 are good");
        untilHeard("In Practice nothing leaves this computer, so photos");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        untilHeard("One thing to fix · 1 to check");
        untilHeard("1 to fix · 1 to check");
        focus("salesPrice");
        write("14950");
        focus("mileage");
        write("45210");
        focus("bodyType");
        robot.push(KeyCode.ENTER);
        assertEquals("Coupé", text("bodyType"));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        untilHeard("41% complete");
        untilHeard("Accepted by PRACTICE · ");
        untilHeard("Its number there is ");
        assertEquals(1, times("Saved "), "not with every second");
        focus("profile-staging");
        robot.push(KeyCode.SPACE);
        untilHeard("Not set up yet. ");
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            write("xf100f");
            untilHeard("Not saved");
        }
        assertEquals(List.of(),
                reader.announcements().stream().filter(heard -> heard.contains("Nobody")).toList(),
                "a text that nobody follows is not told, so each of those above would be missed");
    }
}
