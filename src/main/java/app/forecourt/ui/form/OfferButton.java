package app.forecourt.ui.form;

import javafx.scene.control.Button;

/** An outlined button that puts an offered value into a field. */
final class OfferButton extends Button {
    /**
     * Creates the button.
     *
     * @param spoken name of the button for screen readers
     */
    OfferButton(String text, String spoken, Runnable accept) {
        super(text);
        setAccessibleText(spoken);
        getStyleClass().add("offer");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> accept.run());
    }
}
