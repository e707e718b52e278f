package app.forecourt.ui.photos;

import app.forecourt.model.photos.PhotoCovering;
import app.forecourt.photo.prepare.CoveredArea;
import app.forecourt.photo.prepare.PhotoFileError;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadFailure;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TextWrapPolicy;
import app.forecourt.ui.photos.PhotoPreviews.Preview;
import app.forecourt.ui.words.Messages;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A photo as large as the room allows. The arrow keys go through the photos of the car. Plates and faces can be covered
 * here, in a mode of its own.
 */
public final class EnlargedPhoto extends BorderPane {
    private final List<String> photos;
    private final PhotoCovering covering;
    private final Messages messages;
    private final BiFunction<String, Preview, String> caption;
    private final LargePicture picture;
    private final BorderPane view;
    private final Label text = new Label();
    private final Button previous;
    private final Button next;
    private final Button cover = new Button();
    /** Keeps the tooltip of the button, because JavaFX shows none on a disabled one. */
    private final StackPane coverPlace = new StackPane(cover);
    private final Tooltip coverReason = new Tooltip();
    private int at;
    /** The shown photo; empty if it was not chosen as a file. */
    private Optional<UUID> shown = Optional.empty();
    /** What happened last to the shown photo, in place of its caption; empty if nothing did. */
    private String note = "";
    private boolean isReading;
    private @Nullable CoverEditor editor;

    /**
     * Creates the view.
     *
     * @param photos current lines of the photos, in order
     * @param at position of the first shown one
     * @param caption returns the words for a line and the state of its picture
     */
    EnlargedPhoto(List<String> photos, int at, PhotoPreviews previews, PhotoCovering covering,
            Messages messages, BiFunction<String, Preview, String> caption) {
        this.photos = photos;
        this.at = at;
        this.covering = covering;
        this.messages = messages;
        this.caption = caption;
        getStyleClass().add("enlarged-photo");
        setId("enlargedPhoto");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture = new LargePicture(previews, this::showState);
        view = new BorderPane(picture);
        previous = button(Feather.CHEVRON_LEFT, messages.get("photo.previous"), -1);
        next = button(Feather.CHEVRON_RIGHT, messages.get("photo.next"), 1);
        text.setId("enlargedPhotoText");
        text.setMaxWidth(Double.MAX_VALUE);
        TextWrapPolicy.enable(text);
        LiveRegion.announceChanges(text);
        HBox.setHgrow(text, Priority.ALWAYS);
        cover.setId("coverPhoto");
        cover.setText(messages.get("photo.cover") + "   " + KeyCode.C.getName());
        cover.setGraphic(Icons.of(Feather.EYE_OFF));
        cover.setMinWidth(USE_PREF_SIZE);
        cover.setOnAction(_ -> cover(false));
        Tooltip.install(coverPlace, coverReason);
        HBox foot = new HBox(text, coverPlace);
        foot.getStyleClass().add("photo-foot");
        view.setLeft(previous);
        view.setRight(next);
        view.setBottom(foot);
        List.of(previous, next).forEach(node -> setAlignment(node, Pos.CENTER));
        setCenter(view);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        show();
    }

    private Button button(Feather icon, String label, int step) {
        Button button = Icons.button(icon, label, () -> go(at + step));
        button.getStyleClass().add("small-button");
        // The arrow keys do the same.
        button.setFocusTraversable(false);
        return button;
    }

    private void onKey(KeyEvent key) {
        if (key.isShortcutDown() || editor != null) {
            return;
        }
        switch (key.getCode()) {
            case LEFT, UP, PAGE_UP -> go(at - 1);
            case RIGHT, DOWN, PAGE_DOWN, SPACE -> go(at + 1);
            case HOME -> go(0);
            case END -> go(photos.size() - 1);
            case C -> cover(true);
            case ENTER -> {
                if (!picture.retry()) {
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
        at = Math.clamp(target, 0, photos.size() - 1);
        note = "";
        show();
    }

    /** Shows the photo that has the position now, and its present state. */
    void refresh() {
        if (photos.isEmpty()) {
            return;
        }
        at = Math.min(at, photos.size() - 1);
        if (!picture.hasPicture() || !shown.equals(photo().map(PhotoUpload::id))) {
            show();
        } else {
            showState();
        }
        if (editor != null && !covering.isOffered()) {
            endCovering(messages.get("photo.cover.locked"));
        }
    }

    private Optional<PhotoUpload> photo() {
        return covering.photo(photos.get(at));
    }

    private void showState() {
        text.setText(note.isEmpty() ? caption.apply(photos.get(at), picture.state()) : note);
        setAccessibleText(text.getText());
        previous.setDisable(at == 0);
        next.setDisable(at == photos.size() - 1);
        NodeVisibility.set(coverPlace, covering.isOffered());
        cover.setDisable(photo().isEmpty());
        coverReason.setText(messages.get(photo().isEmpty() ? "photo.cover.no_file" : "photo.cover.what"));
    }

    private void show() {
        shown = photo().map(PhotoUpload::id);
        picture.show(photos.get(at));
        showState();
    }

    /** Reads the file of the photo for covering. The places of the areas fit the upright picture of the file only. */
    private void cover(boolean withRectangle) {
        if (!covering.isOffered() || isReading) {
            return;
        }
        photo().ifPresentOrElse(photo -> {
            isReading = true;
            say(messages.get("photo.cover.reading"));
            covering.read(photo, jpeg -> new Image(new ByteArrayInputStream(jpeg)),
                    upright -> onRead(photo, () -> startCovering(photo, upright, withRectangle)),
                    error -> onRead(photo, () -> say(unreadable(error))));
        }, () -> say(messages.get("photo.cover.no_file")));
    }

    /** Shows what was read, unless the user has gone to another photo meanwhile. */
    private void onRead(PhotoUpload photo, Runnable show) {
        isReading = false;
        if (getScene() == null || !photo().map(PhotoUpload::id).equals(Optional.of(photo.id()))) {
            return;
        }
        if (covering.isOffered()) {
            show.run();
        } else {
            say(messages.get("photo.cover.locked"));
        }
    }

    private String unreadable(PhotoFileError error) {
        return unchanged(UploadFailure.of(UploadFailure.Step.PREPARE, error));
    }

    private String unchanged(UploadFailure failure) {
        return messages.get("photo.cover.unread", new PhotoMessages(messages).failure(failure));
    }

    private void startCovering(PhotoUpload photo, Image upright, boolean withRectangle) {
        CoverEditor created = new CoverEditor(upright, photo.covered(), messages,
                areas -> accept(photo, areas), () -> endCovering(messages.get("photo.cover.left")));
        editor = created;
        note = "";
        setCenter(created);
        created.focusPhoto();
        if (withRectangle && photo.covered().isEmpty()) {
            created.change(CoverRectangles::addInMiddle);
        }
    }

    private void accept(PhotoUpload photo, List<CoveredArea> areas) {
        CoverEditor open = editor;
        if (open == null || !open.isChanged()) {
            endCovering(messages.get("photo.cover.left"));
            return;
        }
        covering.cover(photo, areas, result -> {
            if (editor == open) {
                switch (result) {
                    case COVERED -> endCovering("");
                    case FILE_GONE -> open.say(unreadable(PhotoFileError.GONE));
                    case NOT_KEPT -> open.say(unchanged(UploadFailure.UNWRITABLE));
                    case LOCKED -> endCovering(messages.get("photo.cover.locked"));
                }
            }
        });
    }

    private void endCovering(String words) {
        editor = null;
        setCenter(view);
        requestFocus();
        say(words);
    }

    private void say(String words) {
        note = words;
        showState();
    }

    /** Leaves the covering of areas without a change. Returns false if the user is not covering any. */
    public boolean leaveCovering() {
        boolean wasOpen = editor != null;
        if (wasOpen) {
            endCovering(messages.get("photo.cover.left"));
        }
        return wasOpen;
    }

    /** Returns whether the view may close. The first time it says that rectangles are not covered yet. */
    public boolean mayClose() {
        return editor == null || !editor.warn();
    }
}
