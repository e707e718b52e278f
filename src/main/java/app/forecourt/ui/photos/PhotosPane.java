package app.forecourt.ui.photos;

import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.PhotoList;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TextWrapPolicy;
import app.forecourt.ui.photos.PhotoPreviews.Failed;
import app.forecourt.ui.photos.PhotoPreviews.PauseReason;
import app.forecourt.ui.words.Messages;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The photo list below the photo field, with the number of photos and their problems. The user reorders and removes
 * photos with keys or the mouse. The photos of a sent car are read-only.
 */
public final class PhotosPane extends VBox {
    /** Photos visible at once. */
    private static final int MOST_ROWS = 6;
    /** What a read-only car without photos shows, as its empty fields do. */
    private static final String NOTHING = "–";
    /** Pixels of the list's own border. */
    private static final double BORDER = 2;

    private final PhotoList photos;
    private final PhotoPreviews previews;
    private final ObservableValue<Boolean> locked;
    private final PhotoMessages photoMessages;
    private final Control entry;
    private final ListView<String> list;
    private final Label count = note("photoCount");
    private final Label addedText = note("photoSaid");
    private final Label brokenText = note("photoBroken");
    private final Label pauseText = note("photoRest");
    private final Label keys = note("photoKeys");
    private final Hyperlink showButton = new Hyperlink();

    /**
     * Creates the pane for the car in the form.
     *
     * @param entry control in which the user types addresses
     * @param locked true while the car is read-only
     */
    public PhotosPane(CarFormModel form, Control entry, PhotoPreviews previews, Messages messages,
            ObservableValue<Boolean> locked) {
        this.photos = form.photos();
        this.entry = entry;
        this.previews = previews;
        this.locked = locked;
        this.photoMessages = new PhotoMessages(messages);
        this.list = new ListView<>(photos.addresses());
        getStyleClass().add("photos");
        list.setId("photos");
        list.setAccessibleText(messages.get("section.photos"));
        list.setCellFactory(_ -> new PhotoCell(this, photos, previews, photoMessages, locked));
        list.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> Math.min(MOST_ROWS, photos.addresses().size()) * list.getFixedCellSize() + BORDER,
                photos.addresses(), list.fixedCellSizeProperty()));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onListKey);
        list.focusedProperty().subscribe(focused -> {
            if (focused && list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        showButton.setId("photosShow");
        showButton.setText(messages.get("photo.show"));
        showButton.setOnAction(_ -> {
            previews.allowForCar();
            list.requestFocus();
        });
        brokenText.pseudoClassStateChanged(SeverityStyle.WARNING, true);
        keys.setText(messages.get("photo.keys"));
        TextWrapPolicy.enable(keys);
        TextWrapPolicy.enable(pauseText);
        showButton.setMinWidth(USE_PREF_SIZE);
        // Without this, a FlowPane gets no narrower than its longest child.
        FlowPane summary = new FlowPane(count, addedText, brokenText);
        summary.setMinWidth(0);
        HBox pausedLine = new HBox(pauseText, showButton);
        List.of(summary, pausedLine).forEach(line -> line.getStyleClass().add("photo-line"));
        getChildren().addAll(summary, pausedLine, list, keys);

        entry.addEventHandler(KeyEvent.KEY_PRESSED, this::onEntryKey);
        addEventHandler(DragEvent.DRAG_OVER, this::onDragOver);
        addEventHandler(DragEvent.DRAG_DROPPED, this::onDrop);
        entry.addEventHandler(DragEvent.DRAG_OVER, this::onDragOver);
        entry.addEventHandler(DragEvent.DRAG_DROPPED, this::onDrop);

        ListenerScope listening = messages.listenerScope();
        listening.listen(photos.addresses(), _ -> updateList());
        listening.listen(photos.lastAddition(), _ -> refresh());
        listening.listen(previews.previews(), _ -> {
            list.refresh();
            refresh();
        });
        listening.listen(previews.pauseReason(), _ -> refresh());
        listening.listen(locked, _ -> updateList());
        updateList();
    }

    private static Label note(String id) {
        Label note = new Label();
        note.setId(id);
        note.getStyleClass().add("note");
        LiveRegion.announceChanges(note);
        return note;
    }

    private void updateList() {
        NodeVisibility.set(list, !photos.addresses().isEmpty());
        NodeVisibility.set(keys, list.isVisible() && !locked.getValue());
        previews.setPhotos(photos.addresses());
        // Refresh all rows, because numbers and the mark of the main photo change even in rows with the same address.
        list.refresh();
        refresh();
    }

    private void refresh() {
        int total = photos.addresses().size();
        PauseReason pauseReason = total == 0 ? PauseReason.NONE : previews.pauseReason().get();
        boolean isLockedEmpty = total == 0 && locked.getValue();
        refresh(count, isLockedEmpty ? NOTHING : photoMessages.count(total, !locked.getValue()));
        refresh(addedText, photos.lastAddition().get().map(photoMessages::added).orElse(""));
        refresh(brokenText, photoMessages.broken(photos.addresses().stream().map(previews::previewOf)
                .filter(preview -> preview instanceof Failed(var fault, int status) && !fault.isTransient())
                .count()));
        refresh(pauseText, photoMessages.pauseReason(pauseReason));
        NodeVisibility.set(showButton, pauseReason != PauseReason.NONE);
        NodeVisibility.set(pauseText.getParent(), pauseReason != PauseReason.NONE);
        NodeVisibility.set(this, total > 0 || isLockedEmpty || addedText.isVisible());
    }

    private static void refresh(Label label, String text) {
        label.setText(text);
        NodeVisibility.set(label, !text.isEmpty());
    }

    private void onEntryKey(KeyEvent key) {
        if (key.getCode() == KeyCode.DOWN && !photos.addresses().isEmpty()) {
            list.requestFocus();
            key.consume();
        }
    }

    private void onListKey(KeyEvent key) {
        int at = list.getSelectionModel().getSelectedIndex();
        boolean handled = switch (key.getCode()) {
            case UP -> key.isAltDown() ? move(at, at - 1) : at <= 0 && focusEntry();
            case DOWN -> key.isAltDown() && move(at, at + 1);
            case HOME -> key.isAltDown() && move(at, 0);
            case END -> key.isAltDown() && move(at, photos.addresses().size() - 1);
            case DELETE, BACK_SPACE -> remove(at);
            case ENTER -> !key.isShortcutDown() && retry();
            case ESCAPE -> previews.stop() || focusEntry();
            case Z -> key.isShortcutDown() && undo();
            case V -> key.isShortcutDown() && paste();
            case C -> key.isShortcutDown() && copy();
            default -> false;
        };
        if (handled) {
            key.consume();
        }
    }

    /**
     * Moves a photo to another position and keeps it selected.
     *
     * @return true, because the key is handled even if the photo can't move
     */
    boolean move(int from, int to) {
        if (!locked.getValue() && photos.move(from, to)) {
            select(to);
        }
        return true;
    }

    /**
     * Removes a photo and selects the one that takes its position.
     *
     * @return true, because the key is handled even without a photo
     */
    boolean remove(int at) {
        if (!locked.getValue() && at >= 0) {
            photos.remove(at);
            select(Math.min(at, photos.addresses().size() - 1));
        }
        return true;
    }

    private boolean undo() {
        if (!locked.getValue()) {
            photos.undo().ifPresent(at -> select(Math.min(at, photos.addresses().size() - 1)));
        }
        return true;
    }

    private void select(int at) {
        if (at < 0) {
            entry.requestFocus();
        } else {
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(at);
            list.scrollTo(Math.max(0, at - MOST_ROWS / 2));
        }
    }

    private boolean focusEntry() {
        entry.requestFocus();
        return true;
    }

    private boolean retry() {
        String address = list.getSelectionModel().getSelectedItem();
        if (address != null) {
            previews.retry(address);
        }
        return true;
    }

    private boolean paste() {
        if (!locked.getValue()) {
            photos.add(PhotoEntry.addressesIn(Clipboard.getSystemClipboard()));
        }
        return true;
    }

    private boolean copy() {
        String address = list.getSelectionModel().getSelectedItem();
        if (address != null) {
            ClipboardText.text(address);
        }
        return true;
    }

    private void onDragOver(DragEvent drag) {
        // Accepts drags from other programs only. A photo of the list is dropped on another cell.
        if (drag.getGestureSource() == null) {
            drag.consume();
            if (!locked.getValue()) {
                drag.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                drag.acceptTransferModes(TransferMode.ANY);
            }
        }
    }

    private void onDrop(DragEvent drag) {
        if (drag.getGestureSource() == null) {
            photos.add(PhotoEntry.addressesIn(drag.getDragboard()));
            drag.setDropCompleted(true);
            drag.consume();
        }
    }
}
