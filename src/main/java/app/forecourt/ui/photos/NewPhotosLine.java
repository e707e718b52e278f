package app.forecourt.ui.photos;

import app.forecourt.model.photos.NewPhotos;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LazyTooltip;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.words.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The line that offers the new photos of a folder, with the buttons that add and dismiss them. After a dismissal it
 * offers to undo that.
 */
final class NewPhotosLine extends HBox {
    private final NewPhotos newPhotos;
    private final Messages messages;
    private final Node next;
    private final Label text = new Label("", Icons.of(Feather.FOLDER));
    private final Button add = new Button();
    private final Button dismiss = new Button();
    private final Button undo = new Button();

    /** @param next node that gets the focus when the line disappears with it */
    NewPhotosLine(NewPhotos newPhotos, Messages messages, Node next) {
        this.newPhotos = newPhotos;
        this.messages = messages;
        this.next = next;
        getStyleClass().addAll("photo-line", "new-photos");
        text.setId("newPhotos");
        text.setMinWidth(0);
        LiveRegion.announceChanges(text);
        LazyTooltip.install(text, () -> newPhotos.folder().map(Path::toString).orElse(""));
        add.setId("newPhotosAdd");
        add.setOnAction(_ -> newPhotos.add());
        dismiss.setText(messages.get("photo.new.dismiss"));
        dismiss.setId("newPhotosDismiss");
        dismiss.setOnAction(_ -> newPhotos.dismiss());
        undo.setText(messages.get("stock.undo"));
        undo.setId("newPhotosUndo");
        undo.setOnAction(_ -> newPhotos.undoDismissal());
        List.of(add, dismiss, undo).forEach(button -> {
            button.getStyleClass().add("offer");
            button.setMinWidth(USE_PREF_SIZE);
        });
        getChildren().addAll(text, add, dismiss, undo);
    }

    /**
     * Shows the offer, or that the last one was dismissed. Hides the line if there is neither.
     *
     * @param locked whether the car is read-only
     */
    void refresh(boolean locked) {
        int offered = newPhotos.offered().get().size();
        int addable = locked ? 0 : newPhotos.addable();
        int dismissed = locked || addable > 0 ? 0 : newPhotos.dismissed().get().size();
        if (addable == 0 && getScene() != null && NodeTree.isWithin(this, getScene().getFocusOwner())) {
            next.requestFocus();
        }
        NodeVisibility.set(this, addable + dismissed > 0);
        List.of(add, dismiss).forEach(button -> NodeVisibility.set(button, addable > 0));
        NodeVisibility.set(undo, dismissed > 0);
        if (dismissed > 0) {
            text.setText(messages.get("photo.new.dismissed", dismissed));
        }
        if (addable > 0) {
            text.setText(messages.get("photo.new", offered,
                    newPhotos.folder().map(NewPhotosLine::name).orElse("")));
            add.setText(addable == offered ? messages.get("photo.new.add")
                    : messages.get("photo.new.add.first", addable));
        }
    }

    /** Returns the last name of a path; of a drive the whole path. */
    private static String name(Path folder) {
        return Optional.ofNullable(folder.getFileName()).orElse(folder).toString();
    }
}
