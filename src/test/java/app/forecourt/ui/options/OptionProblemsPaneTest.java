package app.forecourt.ui.options;

import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.TextAssertions.assertContains;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.settings.Profile;
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
        assertVisible("options-note");
        assertContains("Seat heating", label("options-note"));
        focusSearch(pane);
        press(TAB);
        press(ENTER);
        assertContains("Wings", label("options-note"));
        assertTrue(hasPseudoClass("options-note", "danger"));
        assertEquals(label("options-note"), list("options").getAccessibleHelp());
        // No option is similar to wings, so the focus is on leaving them out.
        press(ENTER);
        assertHidden("options-note");
        assertLabel("optionCount", "1 chosen");
        assertFocused("options");
    }
}
