package app.forecourt.ui.settings;

import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.words.Messages;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Skin;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.TextFieldSkin;
import org.kordamp.ikonli.feather.Feather;

/** A field for a secret. While something is typed, an eye at its right shows or hides the text. */
final class SecretField extends PasswordField {
    private final ToggleButton eye = new ToggleButton();

    SecretField(Messages messages) {
        getStyleClass().add("secret-field");
        eye.getStyleClass().setAll("field-button");
        eye.setAccessibleText(messages.get("settings.secret.show"));
        eye.graphicProperty()
                .bind(eye.selectedProperty().map(shown -> Icons.of(shown ? Feather.EYE_OFF : Feather.EYE)));
        // A skin masks a text only when the text is set.
        eye.selectedProperty().subscribe((_, _) -> setSkin(createDefaultSkin()));
        eye.idProperty().bind(idProperty().concat("Eye"));
        eye.visibleProperty().bind(textProperty().isNotEmpty());
        // A managed one would be part of the minimum width, at the place that it has.
        eye.setManaged(false);
        getChildren().add(eye);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new TextFieldSkin(this) {
            @Override
            protected String maskText(String text) {
                return eye.isSelected() ? text : super.maskText(text);
            }

            @Override
            protected void layoutChildren(double x, double y, double width, double height) {
                super.layoutChildren(x, y, width, height);
                layoutInArea(eye, x + width, y, getWidth() - x - width, height, 0, HPos.CENTER, VPos.CENTER);
            }
        };
    }
}
