package app.forecourt.ui.advert;

import app.forecourt.text.Language;
import app.forecourt.ui.words.Messages;
import java.util.function.Consumer;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/**
 * Radio buttons for the language of an advert. Tab stops at the selected one, arrow keys move between them. With large
 * text they wrap to two lines.
 */
final class LanguageChoice extends FlowPane {
    private final ToggleGroup group = new ToggleGroup();

    LanguageChoice(Language current, Messages messages, Consumer<Language> onChoice) {
        getStyleClass().add("language-choice");
        for (Language language : Language.values()) {
            RadioButton button = new RadioButton(language.ownName());
            button.setId("language-" + language.code());
            button.setAccessibleHelp(messages.get("advert.language"));
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setSelected(language == current);
            button.selectedProperty().subscribe(button::setFocusTraversable);
            button.selectedProperty().subscribe((_, selected) -> {
                if (selected) {
                    button.requestFocus();
                    onChoice.accept(language);
                }
            });
            getChildren().add(button);
        }
    }

    /** Returns the selected button, for the initial focus. */
    RadioButton selectedButton() {
        return (RadioButton) group.getSelectedToggle();
    }
}
