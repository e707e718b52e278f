package app.forecourt.ui.photos;

import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.Messages;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The dashed area that names the ways to add photos, with the button that opens the file chooser. */
final class PhotoDropHint extends HBox {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    /** @param choose opens the file chooser */
    PhotoDropHint(Messages messages, Runnable choose) {
        Label hint = new Label(messages.get("photo.drop"), Icons.of(Feather.UPLOAD));
        hint.setMinWidth(0);
        SafeTextWrap.enable(hint);
        hint.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        Button button = new Button(messages.get("photo.choose"));
        button.setId("choosePhotos");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(WindowShortcut.CHOOSE_PHOTOS.appendTo(messages.get("photo.choose"), messages)));
        button.setOnAction(_ -> choose.run());
        getStyleClass().add("photo-drop");
        getChildren().addAll(hint, button);
    }

    /** Marks the area as the target of a drag. */
    void setTarget(boolean isTarget) {
        pseudoClassStateChanged(TARGET, isTarget);
    }
}
