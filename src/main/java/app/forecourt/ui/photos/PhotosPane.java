package app.forecourt.ui.photos;

import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.PhotoList;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.photos.PhotoPreviews.Broken;
import app.forecourt.ui.photos.PhotoPreviews.Rest;
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
 * The car's photos below the field where their addresses are typed: how many, what is wrong, and the list, in which they
 * are put in order and taken out, by keys or the mouse. Of a car that was sent they are only shown.
 */
public final class PhotosPane extends VBox {
    /** Photos that are seen at once. */
    private static final int MOST_ROWS = 6;
    /** Pixels: the list's own border. */
    private static final double BORDER = 2;

    private final PhotoList photos;
    private final PhotoPreviews previews;
    private final ObservableValue<Boolean> locked;
    private final PhotoMessages telling;
    private final Control entry;
    private final ListView<String> list;
    private final Label count = note("photoCount");
    private final Label said = note("photoSaid");
    private final Label wrong = note("photoBroken");
    private final Label rest = note("photoRest");
    private final Label keys = note("photoKeys");
    private final Hyperlink show = new Hyperlink();

    /**
     * The photos of the car in the form.
     *
     * @param entry where addresses are typed
     * @param locked whether the car can't be changed now
     */
    public PhotosPane(CarFormModel form, Control entry, PhotoPreviews previews, Messages words,
            ObservableValue<Boolean> locked) {
        this.photos = form.photos();
        this.entry = entry;
        this.previews = previews;
        this.locked = locked;
        this.telling = new PhotoMessages(words);
        this.list = new ListView<>(photos.addresses());
        getStyleClass().add("photos");
        list.setId("photos");
        list.setAccessibleText(words.get("section.photos"));
        list.setCellFactory(view -> new PhotoCell(this, photos, previews, telling, locked));
        list.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> Math.min(MOST_ROWS, photos.addresses().size()) * list.getFixedCellSize() + BORDER,
                photos.addresses(), list.fixedCellSizeProperty()));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.focusedProperty().subscribe(focused -> {
            if (focused && list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        show.setId("photosShow");
        show.setText(words.get("photo.show"));
        show.setOnAction(event -> {
            previews.allow();
            list.requestFocus();
        });
        wrong.pseudoClassStateChanged(SeverityStyle.WARNING, true);
        keys.setText(words.get("photo.keys"));
        TextWrap.enable(keys);
        TextWrap.enable(rest);
        show.setMinWidth(USE_PREF_SIZE);
        // A flow would not get narrower than the longest of what is in it.
        FlowPane counted = new FlowPane(count, said, wrong);
        counted.setMinWidth(0);
        HBox shown = new HBox(rest, show);
        List.of(counted, shown).forEach(line -> line.getStyleClass().add("photo-line"));
        getChildren().addAll(counted, shown, list, keys);

        entry.addEventHandler(KeyEvent.KEY_PRESSED, this::entryKey);
        addEventHandler(DragEvent.DRAG_OVER, this::over);
        addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
        entry.addEventHandler(DragEvent.DRAG_OVER, this::over);
        entry.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);

        ListenerScope listening = words.listenerScope();
        listening.to(photos.addresses(), change -> changed());
        listening.to(photos.added(), any -> refresh());
        listening.to(previews.known(), change -> {
            list.refresh();
            refresh();
        });
        listening.to(previews.rest(), any -> refresh());
        listening.to(locked, any -> changed());
        changed();
    }

    private static Label note(String id) {
        Label note = new Label();
        note.setId(id);
        note.getStyleClass().add("note");
        LiveRegion.follow(note);
        return note;
    }

    private void changed() {
        NodeVisibility.when(list, !photos.addresses().isEmpty());
        NodeVisibility.when(keys, list.isVisible() && !locked.getValue());
        previews.want(photos.addresses());
        // Which is the first, and which the third, changes with others.
        list.refresh();
        refresh();
    }

    private void refresh() {
        int all = photos.addresses().size();
        Rest why = all == 0 ? Rest.NONE : previews.rest().get();
        refresh(count, telling.count(all));
        refresh(said, photos.added().get().map(telling::added).orElse(""));
        refresh(wrong, telling.broken(photos.addresses().stream().map(previews::of)
                .filter(preview -> preview instanceof Broken(var fault, int status) && !fault.isPassing())
                .count()));
        refresh(rest, telling.rest(why));
        NodeVisibility.when(show, why != Rest.NONE);
        NodeVisibility.when(rest.getParent(), why != Rest.NONE);
        NodeVisibility.when(this, all > 0 || said.isVisible());
    }

    private static void refresh(Label label, String text) {
        label.setText(text);
        NodeVisibility.when(label, !text.isEmpty());
    }

    private void entryKey(KeyEvent key) {
        if (key.getCode() == KeyCode.DOWN && !photos.addresses().isEmpty()) {
            list.requestFocus();
            key.consume();
        }
    }

    private void key(KeyEvent key) {
        int at = list.getSelectionModel().getSelectedIndex();
        boolean hers = switch (key.getCode()) {
            case UP -> key.isAltDown() ? move(at, at - 1) : at <= 0 && back();
            case DOWN -> key.isAltDown() && move(at, at + 1);
            case HOME -> key.isAltDown() && move(at, 0);
            case END -> key.isAltDown() && move(at, photos.addresses().size() - 1);
            case DELETE, BACK_SPACE -> remove(at);
            case ENTER -> !key.isShortcutDown() && again();
            case ESCAPE -> previews.stop() || back();
            case Z -> key.isShortcutDown() && undo();
            case V -> key.isShortcutDown() && paste();
            case C -> key.isShortcutDown() && copy();
            default -> false;
        };
        if (hers) {
            key.consume();
        }
    }

    /** Puts one in another's place, and stays with it. */
    boolean move(int from, int to) {
        if (!locked.getValue() && photos.move(from, to)) {
            select(to);
        }
        return true;
    }

    /** Takes one out, and goes to the one that comes in its place. */
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

    private boolean back() {
        entry.requestFocus();
        return true;
    }

    private boolean again() {
        String address = list.getSelectionModel().getSelectedItem();
        if (address != null) {
            previews.again(address);
        }
        return true;
    }

    private boolean paste() {
        if (!locked.getValue()) {
            photos.add(PhotoEntry.found(Clipboard.getSystemClipboard()));
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

    private void over(DragEvent drag) {
        // Those of the list are dropped on another one, not here.
        if (drag.getGestureSource() == null) {
            drag.consume();
            if (!locked.getValue()) {
                drag.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                drag.acceptTransferModes(TransferMode.ANY);
            }
        }
    }

    private void drop(DragEvent drag) {
        if (drag.getGestureSource() == null) {
            photos.add(PhotoEntry.found(drag.getDragboard()));
            drag.setDropCompleted(true);
            drag.consume();
        }
    }
}
