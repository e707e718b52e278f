package app.forecourt.ui.advert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.text.Language;
import app.forecourt.ui.PaneTest;
import org.junit.jupiter.api.Test;

/** Radio buttons of the languages. */
class LanguageChoiceTest extends PaneTest {

    @Test
    void dotsAreInLineWithTheirWords() {
        LanguageChoice choice = show(600, 100, () -> new LanguageChoice(Language.DUTCH, messages, _ -> {}));
        onFxThread(() -> choice.getChildren()
                .forEach(button -> assertEquals(
                        inScene(button.lookup(".text")).getCenterY(),
                        inScene(button.lookup(".radio")).getCenterY(),
                        2)));
        onFxThread(() -> choice.getChildren()
                .forEach(button -> assertEquals(
                        inScene(button).getCenterY(),
                        inScene(button.lookup(".radio")).getCenterY(),
                        1)));
    }
}
