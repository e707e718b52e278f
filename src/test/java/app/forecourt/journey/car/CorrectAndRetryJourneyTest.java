package app.forecourt.journey.car;

import static app.forecourt.testing.TextAssertions.assertContains;
import static app.forecourt.testing.TextAssertions.assertEndsWith;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.J;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.http.CountingServer;
import app.forecourt.journey.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Correction of a sent car with a wrong price. */
class CorrectAndRetryJourneyTest extends WindowTest {
    private CountingServer staging;

    @Override
    public void prepare() throws IOException {
        staging =
                new CountingServer(car -> new CountingServer.Reaction(CountingServer.Reset.NEVER, 201, Duration.ZERO));
        Files.writeString(home.resolve("preferences.json"), """
                {"clientId": "id", "clientSecret": "secret", "stagingUrl": "%1$s",
                 "tokenUrl": "%1$s/oauth/token", "stagingDealershipId": "dealer-s"}""".formatted(staging.url("")));
    }

    @AfterEach
    void close() throws IOException {
        staging.close();
    }

    private void typeCar() {
        focus("internalId");
        type("internalId", "SEB-1");
        focus("brand");
        type("brand", "opel");
        type("model", "corsa");
        focus("salesPrice");
        type("salesPrice", "12500");
    }

    private void send() {
        press(SHORTCUT, ENTER);
    }

    private boolean isFirstSubmission() {
        return isVisible("sendingText") && text("sendingText").contains("Price then: 12");
    }

    @Test
    void wrongPriceIsCorrectedAndSentAgain() throws Exception {
        typeCar();
        press(SHORTCUT, J);
        until(
                "no submissions",
                () -> find("#toast")
                        .filter(toast -> "This car was not sent yet.".equals(toast.getAccessibleText()))
                        .isPresent());
        send();
        untilAccepted("STAGING");
        untilFocused("nextCar");
        press(TAB);
        untilFocused("publish");
        press(TAB);
        untilFocused("correct");
        press(SPACE);
        untilOutcome("Correction of ");
        assertHidden("outcomeChanges");
        retype("salesPrice", "11900");
        assertEndsWith(" · Sales price changed", label("outcomeTitle"));
        send();
        untilAccepted("STAGING");
        assertEquals(Map.of("SEB-1", 2), staging.posts());

        press(SHORTCUT, J);
        untilVisible("sendingText");
        assertContains("""
                Price then: 11,900.00 EUR
                Dealership then: dealer-s
                Options then: 0
                Corrects the submission of\s""", text("sendingText"));
        for (int step = 0; step < 5 && !isFirstSubmission(); step++) {
            press(DOWN);
        }
        assertContains("""
                Price then: 12,500.00 EUR
                Dealership then: dealer-s
                Options then: 0
                Corrected by the submission of\s""", text("sendingText"));
        press(ESCAPE);
        untilHidden("sendingText");
        push("showAnswer");
        untilVisible("sendingText");
        press(ESCAPE);
    }
}
