package app.forecourt.ui.options;

import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.TextAssertions.assertContains;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.model.connection.ConnectionState;
import app.forecourt.settings.Profile;
import app.forecourt.testing.ProofTest;
import org.junit.jupiter.api.Test;

/** The notes on chosen options above the list, while the user switches between profiles. */
class OptionProblemsPaneTest extends OptionsFixture {

    /** Chooses a profile and waits until the pane shows its options. */
    private void choose(Profile profile) {
        onFxThread(() -> {
            selectProfile(profile);
            window.until("the options", () -> !list("options").getItems().isEmpty());
        });
        layOut();
    }

    @ProofTest
    void optionProblemIsShownAboveList() {
        answers.put("/api/options", response(200, "[{\"name\": \"heated_seats\", \"prettyName\": \"Heated seats\"}]"));
        properties.put("forecourt.staging.url", "http://127.0.0.1:" + NOWHERE);
        OptionsPane pane = showPane(appModel);
        choose(PRODUCTION);
        choose(pane, "heated s");
        assertEquals("1 chosen", label("optionCount"));
        onFxThread(() -> selectProfile(STAGING));
        assertInstanceOf(
                ConnectionState.Failed.class,
                appModel.profileModel().connection().get());
        assertFalse(isVisible("options-note"));
        onFxThread(() -> form().showAllProblems());
        assertTrue(isVisible("options-note"));
        assertContains("could not be compared", label("options-note"));
        assertTrue(hasPseudoClass("options-note", "warning"));
        assertEquals(label("options-note"), list("options").getAccessibleHelp());
        focusSearch(pane);
        press(DOWN);
        press(SPACE);
        assertEquals("0 chosen", label("optionCount"));
        assertFalse(isVisible("options-note"));
    }

    @Test
    void renamedOptionIsReplacedByKeyboard() {
        answers.put("/api/options", response(200, """
                [{"name": "seat_heating", "prettyName": "Seat heating"},
                 {"name": "wings", "prettyName": "Wings"}]"""));
        OptionsPane pane = showPane(appModel);
        choose(PRODUCTION);
        choose(pane, "seat h");
        choose(pane, "wings");
        answers.put("/api/options", response(200, "[{\"name\": \"heated_seats\", \"prettyName\": \"Heated seats\"}]"));
        choose(STAGING);
        assertTrue(isVisible("options-note"));
        assertContains("Seat heating", label("options-note"));
        focusSearch(pane);
        press(TAB);
        press(ENTER);
        assertContains("Wings", label("options-note"));
        // No option is similar to wings, so the focus is on leaving them out.
        press(ENTER);
        assertFalse(isVisible("options-note"));
        assertEquals("1 chosen", label("optionCount"));
        assertEquals("options", focusedId());
    }
}
