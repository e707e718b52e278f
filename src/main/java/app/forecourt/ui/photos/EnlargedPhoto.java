package app.forecourt.ui.photos;

import app.forecourt.model.photos.PhotoCovering;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadFailure;
import app.forecourt.photo.prepare.PhotoFileError;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.words.Messages;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A photo as large as the room allows. The arrow keys go through the photos of the car. Plates and faces can be covered
 * here, in a mode of its own.
 */
public final class EnlargedPhoto extends BorderPane {
    private final List<String> photos;
    private final PhotoCovering covering;
    private final Messages messages;
    private final BiFunction<String, PhotoPictureState, String> caption;
    private final FullSizePicture picture;
    private final CoverPane areas;
    private final Label text = LiveRegion.label("enlargedPhotoText");
    private final Button previous;
    private final Button next;
    private final Button cover;
    private final Button remove;
    /** The nodes that are visible while areas are covered. */
    private final List<Node> tools;

    private final HBox line;
    private int at;
    /** What happened last to the shown photo, in place of its caption; empty if nothing did. */
    private String note = "";
    /** The photo whose areas are being covered. */
    private Optional<PhotoUpload> covered = Optional.empty();

    /**
     * Creates the view.
     *
     * @param photos current lines of the photos, in order
     * @param at position of the first shown one
     * @param caption returns the words for a line and the state of its picture
     */
    EnlargedPhoto(
            List<String> photos,
            int at,
            PhotoPreviews previews,
            PhotoCovering covering,
            Messages messages,
            BiFunction<String, PhotoPictureState, String> caption) {
        this.photos = photos;
        this.at = at;
        this.covering = covering;
        this.messages = messages;
        this.caption = caption;
        getStyleClass().add("enlarged-photo");
        setId("enlargedPhoto");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture = new FullSizePicture(previews, this::showState);
        areas = new CoverPane(picture.view(), this::showState);
        previous = stepButton(Feather.CHEVRON_LEFT, messages.get("photo.previous"), -1);
        next = stepButton(Feather.CHEVRON_RIGHT, messages.get("photo.next"), 1);
        Label keys = new Label(messages.get("photo.cover.keys"));
        keys.getStyleClass().add("hint");
        keys.setMaxWidth(Double.MAX_VALUE);
        SafeTextWrap.enable(keys);
        HBox.setHgrow(keys, Priority.ALWAYS);
        remove = button("coverRemove", "photo.cover.remove", areas::removeLast);
        Button cancel = button("coverCancel", "photo.cover.cancel", this::leaveCovering);
        cover = button("coverPhoto", "photo.cover", this::cover);
        cover.setGraphic(Icons.of(Feather.EYE_OFF));
        cover.setTooltip(new Tooltip(messages.get("photo.cover.what")));
        tools = List.of(areas, keys, remove, cancel);
        line = new HBox(keys, remove, cancel, cover);
        line.getStyleClass().add("photo-foot");
        // The text has a line of its own, because the photo must not move while a rectangle is drawn.
        VBox foot = new VBox(text, line);
        foot.getStyleClass().add("photo-caption");
        setLeft(previous);
        setRight(next);
        setCenter(new StackPane(picture, areas));
        setBottom(foot);
        List.of(previous, next).forEach(node -> setAlignment(node, Pos.CENTER));
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        refresh();
    }

    private Button stepButton(Feather icon, String label, int step) {
        Button button = Icons.button(icon, label, () -> go(at + step));
        button.getStyleClass().add("small-button");
        // The arrow keys do the same.
        button.setFocusTraversable(false);
        return button;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(messages.get(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void onKey(KeyEvent key) {
        if (key.isShortcutDown() || (covered.isPresent() && !areas.isFocused())) {
            return;
        }
        switch (key.getCode()) {
            case LEFT, UP, PAGE_UP -> go(at - 1);
            case RIGHT, DOWN, PAGE_DOWN, SPACE -> go(at + 1);
            case HOME -> go(0);
            case END -> go(photos.size() - 1);
            case C -> cover();
            case ENTER -> {
                if (covered.isPresent()) {
                    cover();
                } else if (!picture.retry()) {
                    return;
                }
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void go(int target) {
        if (covered.isEmpty()) {
            at = Math.clamp(target, 0, photos.size() - 1);
            say("");
        }
    }

    /** Shows the photo that has the position now, and its present state. */
    void refresh() {
        if (photos.isEmpty()) {
            return;
        }
        at = Math.min(at, photos.size() - 1);
        if (covered.isEmpty()) {
            picture.show(photos.get(at));
        } else if (!covering.isOffered()) {
            endCovering(messages.get("photo.cover.locked"));
        }
        showState();
    }

    private void showState() {
        boolean isCovering = covered.isPresent();
        if (isCovering) {
            text.setText(areas.place(messages));
            areas.setAccessibleText(text.getText());
        } else {
            text.setText(note.isEmpty() ? caption.apply(photos.get(at), picture.state()) : note);
            setAccessibleText(text.getText());
        }
        tools.forEach(node -> node.setVisible(isCovering));
        remove.setDisable(areas.areas().isEmpty());
        cover.setText(messages.get("photo.cover") + "   " + (isCovering ? "↵" : KeyCode.C.getName()));
        previous.setDisable(isCovering || at == 0);
        next.setDisable(isCovering || at == photos.size() - 1);
        NodeVisibility.set(line, covering.isOffered());
    }

    /** Begins to cover areas, or accepts them. */
    private void cover() {
        if (covered.isPresent()) {
            accept(covered.get());
        } else if (covering.isOffered()) {
            covering.photo(photos.get(at))
                    .ifPresentOrElse(this::startCovering, () -> say(messages.get("photo.cover.no_file")));
        }
    }

    /**
     * Begins with the picture in sight, which has the proportions of the file, so that nobody waits. The file takes its
     * place when it is read.
     */
    private void startCovering(PhotoUpload photo) {
        covered = Optional.of(photo);
        note = "";
        areas.setAreas(photo.covered());
        areas.requestFocus();
        covering.read(
                photo,
                jpeg -> new Image(new ByteArrayInputStream(jpeg)),
                upright -> whileCovering(photo, () -> picture.showInPlace(upright)),
                error -> whileCovering(photo, () -> endCovering(unread(error))));
    }

    /** Runs an action unless the user has left the covering of the photo meanwhile. */
    private void whileCovering(PhotoUpload photo, Runnable action) {
        if (covered.equals(Optional.of(photo)) && getScene() != null) {
            action.run();
        }
    }

    private void accept(PhotoUpload photo) {
        if (areas.areas().equals(photo.covered())) {
            leaveCovering();
            return;
        }
        covering.cover(
                photo,
                areas.areas(),
                result -> whileCovering(
                        photo,
                        () -> endCovering(
                                switch (result) {
                                    case COVERED -> "";
                                    case FILE_GONE -> unread(PhotoFileError.GONE);
                                    case NOT_KEPT -> unchanged(PhotoUploadFailure.UNWRITABLE);
                                    case LOCKED -> messages.get("photo.cover.locked");
                                })));
    }

    private String unread(PhotoFileError error) {
        return unchanged(PhotoUploadFailure.of(PhotoUploadFailure.Step.PREPARE, error));
    }

    private String unchanged(PhotoUploadFailure failure) {
        return messages.get("photo.cover.unread", new PhotoMessages(messages).failure(failure));
    }

    private void endCovering(String words) {
        covered = Optional.empty();
        requestFocus();
        say(words);
    }

    private void say(String words) {
        note = words;
        refresh();
    }

    /** Leaves the covering of areas without a change. Returns false if the user is not covering any. */
    public boolean leaveCovering() {
        boolean wasOpen = covered.isPresent();
        if (wasOpen) {
            endCovering(messages.get("photo.cover.left"));
        }
        return wasOpen;
    }
}
