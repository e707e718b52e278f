package app.forecourt.ui.settings;

import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.words.Messages;
import impl.org.controlsfx.skin.CustomTextFieldSkin;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Skin;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.textfield.CustomPasswordField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A field for a secret. While something is typed, an eye at its right shows or hides the text. */
final class SecretField extends CustomPasswordField {
    private final ToggleButton eye = new ToggleButton();

    SecretField(Messages messages) {
        eye.getStyleClass().setAll("field-button");
        eye.setAccessibleText(messages.get("settings.secret.show"));
        eye.graphicProperty()
                .bind(eye.selectedProperty().map(shown -> Icons.of(shown ? Feather.EYE_OFF : Feather.EYE)));
        // A skin masks a text only when the text is set.
        eye.selectedProperty().subscribe((_, _) -> setSkin(createDefaultSkin()));
        eye.idProperty().bind(idProperty().concat("Eye"));
        eye.visibleProperty().bind(textProperty().isNotEmpty());
        setRight(eye);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new CustomTextFieldSkin(this) {
            @Override
            public ObjectProperty<Node> leftProperty() {
                return SecretField.this.leftProperty();
            }

            @Override
            public ObjectProperty<Node> rightProperty() {
                return SecretField.this.rightProperty();
            }

            @Override
            protected String maskText(String text) {
                return eye.isSelected() ? text : super.maskText(text);
            }
        };
    }

    /** Returns no style sheet, because that of ControlsFX would hide the border of AtlantaFX. */
    @Override
    public @Nullable String getUserAgentStylesheet() {
        return null;
    }
}
