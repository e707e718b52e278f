package app.forecourt.ui.advert;

import app.forecourt.text.Language;
import app.forecourt.ui.words.Messages;
import java.util.function.Consumer;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/** The language an advert is written in; the arrow keys go from one to the next. With large text they take two lines. */
final class LanguageChoice extends FlowPane {
    private final ToggleGroup group = new ToggleGroup();

    LanguageChoice(Language now, Messages words, Consumer<Language> chosen) {
        getStyleClass().add("language-choice");
        for (Language language : Language.values()) {
            RadioButton button = new RadioButton(language.ownName());
            button.setId("language-" + language.code());
            button.setAccessibleHelp(words.get("advert.language"));
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setSelected(language == now);
            button.selectedProperty().subscribe((before, selected) -> {
                if (selected) {
                    chosen.accept(language);
                }
            });
            getChildren().add(button);
        }
    }

    /** What the keys go to. */
    RadioButton first() {
        return (RadioButton) group.getSelectedToggle();
    }
}
