package app.forecourt.ui.photos;

import app.forecourt.model.form.PhotoList;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.photos.PhotoPreviews.Failed;
import app.forecourt.ui.photos.PhotoPreviews.Fetching;
import app.forecourt.ui.photos.PhotoPreviews.Loaded;
import app.forecourt.ui.photos.PhotoPreviews.Preview;
import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A cell of the photo list: the preview, name and state of a photo. The user drags it to another position. */
final class PhotoCell extends ListCell<String> {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final PseudoClass TARGET_BELOW = PseudoClass.getPseudoClass("target-below");
    /** Pixels beside a row for padding and scroll bar. */
    private static final double MARGIN = 34;

    private final PhotosPane pane;
    private final PhotoList photos;
    private final PhotoPreviews previews;
    private final PhotoMessages photoMessages;
    private final ObservableValue<Boolean> locked;
    private final StackPane picture = new StackPane();
    private final ImageView image = new ImageView();
    private final Label number = new Label();
    private final Label name = new Label();
    private final Label main = new Label();
    private final Label detail = new Label();
    private final Button remove;
    private final Tooltip tooltip = new Tooltip();
    private final HBox row;

    PhotoCell(PhotosPane pane, PhotoList photos, PhotoPreviews previews, PhotoMessages photoMessages,
            ObservableValue<Boolean> locked) {
        this.pane = pane;
        this.photos = photos;
        this.previews = previews;
        this.photoMessages = photoMessages;
        this.locked = locked;
        picture.getStyleClass().add("photo-picture");
        image.setPreserveRatio(true);
        image.setSmooth(true);
        image.fitWidthProperty().bind(picture.widthProperty());
        image.fitHeightProperty().bind(picture.heightProperty());
        number.getStyleClass().add("photo-number");
        name.setMinWidth(0);
        main.getStyleClass().add("chip");
        main.setText(photoMessages.mainPhoto());
        main.setMinWidth(USE_PREF_SIZE);
        detail.getStyleClass().add("photo-detail");
        detail.setMinWidth(0);
        detail.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox title = new HBox(name, main);
        title.getStyleClass().add("photo-title");
        VBox text = new VBox(title, detail);
        text.setMinWidth(0);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        remove = Icons.button(Feather.X, photoMessages.removeButton(), () -> pane.remove(getIndex()));
        remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "small-button");
        remove.setFocusTraversable(false);
        row = new HBox(number, picture, text, remove);
        row.getStyleClass().add("photo-row");
        // Long texts are truncated with an ellipsis; the tooltip shows them in full.
        setPrefWidth(0);
        addEventHandler(MouseEvent.DRAG_DETECTED, this::onDragDetected);
        addEventHandler(DragEvent.DRAG_OVER, this::onDragOver);
        addEventHandler(DragEvent.DRAG_EXITED, _ -> {
            pseudoClassStateChanged(TARGET, false);
            pseudoClassStateChanged(TARGET_BELOW, false);
        });
        addEventHandler(DragEvent.DRAG_DROPPED, this::onDrop);
    }

    @Override
    protected void updateItem(String address, boolean empty) {
        super.updateItem(address, empty);
        setText(null);
        if (empty || address == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        row.maxWidthProperty().bind(getListView().widthProperty().subtract(MARGIN));
        Preview preview = previews.previewOf(address);
        boolean broken = preview instanceof Failed(var error, int status) && !error.isTransient();
        picture.getChildren().setAll(picture(preview));
        number.setText(String.valueOf(getIndex() + 1));
        name.setText(photoMessages.name(address));
        NodeVisibility.set(main, getIndex() == 0);
        detail.setText(photoMessages.detail(address, preview));
        detail.pseudoClassStateChanged(SeverityStyle.WARNING, broken);
        picture.pseudoClassStateChanged(SeverityStyle.WARNING, broken);
        NodeVisibility.set(remove, !locked.getValue());
        tooltip.setText(address + "\n" + detail.getText());
        setTooltip(tooltip);
        setAccessibleText(
                photoMessages.accessibleText(getIndex() + 1, photos.addresses().size(), name.getText(),
                        detail.getText()));
        setGraphic(row);
    }

    private Node picture(Preview preview) {
        if (preview instanceof Loaded(var look, int width, int height)) {
            image.setImage(look);
            return image;
        }
        image.setImage(null);
        return Icons.of(switch (preview) {
            case Failed(var error, int status) when !error.isTransient() -> Feather.ALERT_TRIANGLE;
            case Fetching _ -> Feather.DOWNLOAD;
            default -> Feather.IMAGE;
        });
    }

    private void onDragDetected(MouseEvent mouse) {
        if (!isEmpty() && !locked.getValue()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(getItem());
            startDragAndDrop(TransferMode.COPY_OR_MOVE).setContent(content);
            mouse.consume();
        }
    }

    private void onDragOver(DragEvent drag) {
        if (!isEmpty() && drag.getGestureSource() instanceof PhotoCell dragged && dragged != this) {
            drag.acceptTransferModes(TransferMode.MOVE);
            // The dragged photo takes the position of this cell. Coming from above, it moves the photos in between up.
            pseudoClassStateChanged(dragged.getIndex() > getIndex() ? TARGET : TARGET_BELOW, true);
            drag.consume();
        }
    }

    private void onDrop(DragEvent drag) {
        if (drag.getGestureSource() instanceof PhotoCell) {
            pane.move(photos.addresses().indexOf(drag.getDragboard().getString()), getIndex());
            drag.setDropCompleted(true);
            drag.consume();
        }
    }
}
