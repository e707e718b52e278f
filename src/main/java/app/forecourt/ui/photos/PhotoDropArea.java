package app.forecourt.ui.photos;

import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TextWrapPolicy;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.Messages;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The dashed area that names the ways to add photos, with the button that opens the file chooser. */
final class PhotoDropArea extends VBox {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    private final HBox area;
    private final HBox noWebSpace;
    private final Label kept = new Label();
    private final Messages messages;

    /**
     * Creates the area.
     *
     * @param choose opens the file chooser
     * @param setUp opens the settings of the web space
     */
    PhotoDropArea(Messages messages, Runnable choose, Runnable setUp) {
        this.messages = messages;
        Label hint = new Label(messages.get("photo.drop"), Icons.of(Feather.UPLOAD));
        hint.setMinWidth(0);
        TextWrapPolicy.enable(hint);
        hint.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        Button button = new Button(messages.get("photo.choose"));
        button.setId("choosePhotos");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(WindowShortcut.CHOOSE_PHOTOS.appendTo(messages.get("photo.choose"), messages)));
        button.setOnAction(_ -> choose.run());
        area = new HBox(hint, button);
        area.getStyleClass().add("photo-drop");
        kept.setId("photoNoWebSpace");
        kept.getStyleClass().add("note");
        TextWrapPolicy.enable(kept);
        kept.setMinHeight(USE_PREF_SIZE);
        Hyperlink link = new Hyperlink(messages.get("photo.set_up"));
        link.setId("photoSetUp");
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(_ -> setUp.run());
        noWebSpace = new HBox(kept, link);
        noWebSpace.getStyleClass().add("photo-line");
        getStyleClass().add("photo-add");
        getChildren().addAll(area, noWebSpace);
    }

    /**
     * Shows or hides the parts.
     *
     * @param canAdd false for a read-only car
     * @param lacksWebSpace whether files wait for a web space that is not set up
     * @param isChosen whether the user has chosen a web space, which then lacks its password or another setting
     */
    void refresh(boolean canAdd, boolean lacksWebSpace, boolean isChosen) {
        kept.setText(messages.get(isChosen ? "photo.web_space_incomplete" : "photo.no_web_space"));
        NodeVisibility.set(area, canAdd);
        NodeVisibility.set(noWebSpace, lacksWebSpace);
        NodeVisibility.set(this, canAdd || lacksWebSpace);
    }

    /** Marks the area as the target of a drag. */
    void setTarget(boolean isTarget) {
        area.pseudoClassStateChanged(TARGET, isTarget);
    }
}
