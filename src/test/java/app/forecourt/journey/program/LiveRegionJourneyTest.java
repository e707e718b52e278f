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

/** What changes by itself in the window, while the focus is elsewhere, is told to a screen reader. */
class LiveRegionJourneyTest extends WindowTest {
    private ScreenReaderProbe reader;

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(5000, reader::close);
    }

    private void hear(String told) throws Exception {
        try {
            until("what is read out", () -> times(told) > 0);
        } catch (AssertionError late) {
            throw new AssertionError(told + " is not in " + reader.heard(), late);
        }
    }

    private long times(String told) {
        return reader.heard().stream().filter(heard -> heard.startsWith("liveLine: " + told)).count();
    }

    private void find(String option) {
        focus("optionSearch");
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        write(option);
    }

    @Test
    void eachIsToldOnceItHasStoodForAMoment() throws Exception {
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
        hear("R-759-BK  ·  Dutch");
        hear("Practice's RDW: 9 fields filled");
        hear("26% complete");
        hear("Saved ");
        assertEquals(0, times("From RDW"), "what the register filled is told in one");
        focus("bodyType");
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        write("cupe");
        robot.push(KeyCode.TAB);
        hear("Unknown word, sent as typed");
        find("zzz");
        hear("1 to check");
        hear("No option is called “zzz”");
        find("abs");
        robot.push(KeyCode.ENTER);
        focus("images");
        write("https://photos.example/front.jpg");
        robot.push(KeyCode.ENTER);
        hear("1 chosen");
        hear("One photo  ·  10 are good");
        hear("In Practice nothing leaves this computer, so photos");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        hear("One thing to fix · 1 to check");
        hear("1 to fix · 1 to check");
        focus("salesPrice");
        write("14950");
        focus("mileage");
        write("45210");
        focus("bodyType");
        robot.push(KeyCode.ENTER);
        assertEquals("Coupé", text("bodyType"));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        hear("41% complete");
        hear("Accepted by PRACTICE · ");
        hear("Its number there is ");
        assertEquals(1, times("Saved "), "not with every second");
        focus("profile-staging");
        robot.push(KeyCode.SPACE);
        hear("Not set up yet. ");
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            write("xf100f");
            hear("Not saved");
        }
        assertEquals(List.of(), reader.heard().stream().filter(heard -> heard.contains("Nobody")).toList(),
                "a text that nobody follows is not told, so each of those above would be missed");
    }
}
