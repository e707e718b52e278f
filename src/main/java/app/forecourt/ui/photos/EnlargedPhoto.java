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
    /** The photo whose areas are edited. */
    private Optional<PhotoUpload> covered = Optional.empty();

    private final CoverEditor editor;

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
            BiFunction<String, Preview, String> caption) {
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
        editor = new CoverEditor(messages, this::accept, () -> endCovering(messages.get("photo.cover.left")));
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
        cover.setOnAction(_ -> cover());
        Tooltip.install(coverPlace, coverReason);
        HBox foot = new HBox(text, coverPlace);
        foot.getStyleClass().add("photo-foot");
        setLeft(previous);
        setRight(next);
        // The photo keeps its place when it is covered, because the mouse may be on the plate already.
        setCenter(new StackPane(picture, editor.pane()));
        setBottom(new StackPane(foot, editor.foot()));
        foot.visibleProperty().bind(editor.pane().visibleProperty().not());
        picture.visibleProperty().bind(foot.visibleProperty());
        List.of(previous, next).forEach(node -> setAlignment(node, Pos.CENTER));
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
        if (key.isShortcutDown() || editor.isVisible()) {
            return;
        }
        switch (key.getCode()) {
            case LEFT, UP, PAGE_UP -> go(at - 1);
            case RIGHT, DOWN, PAGE_DOWN, SPACE -> go(at + 1);
            case HOME -> go(0);
            case END -> go(photos.size() - 1);
            case C -> cover();
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
        if (!picture.isWhole() || !shown.equals(photo().map(PhotoUpload::id))) {
            show();
        } else {
            showState();
        }
        if (editor.isVisible() && !covering.isOffered()) {
            endCovering(messages.get("photo.cover.locked"));
        }
    }

    private Optional<PhotoUpload> photo() {
        return covering.photo(photos.get(at));
    }

    private void showState() {
        text.setText(note.isEmpty() ? caption.apply(photos.get(at), picture.state()) : note);
        setAccessibleText(text.getText());
        previous.setDisable(at == 0 || editor.isVisible());
        next.setDisable(at == photos.size() - 1 || editor.isVisible());
        NodeVisibility.set(coverPlace, covering.isOffered());
        editor.foot().setManaged(covering.isOffered());
        cover.setDisable(photo().isEmpty());
        coverReason.setText(messages.get(photo().isEmpty() ? "photo.cover.no_file" : "photo.cover.what"));
    }

    private void show() {
        shown = photo().map(PhotoUpload::id);
        picture.show(photos.get(at));
        showState();
    }

    /**
     * Begins to cover with the picture in sight, which has the proportions of the file, so that nobody waits. The file
     * takes its place when it is read.
     */
    private void cover() {
        if (!covering.isOffered() || isReading) {
            return;
        }
        photo().ifPresentOrElse(
                        photo -> {
                            isReading = true;
                            Optional<Image> inSight = picture.image();
                            inSight.ifPresentOrElse(
                                    image -> startCovering(photo, image),
                                    () -> say(messages.get("photo.cover.reading")));
                            covering.read(
                                    photo,
                                    jpeg -> new Image(new ByteArrayInputStream(jpeg)),
                                    upright -> onRead(photo, () -> {
                                        if (inSight.isEmpty()) {
                                            startCovering(photo, upright);
                                        } else {
                                            editor.pane().setImage(upright);
                                        }
                                    }),
                                    error -> onRead(photo, () -> endCovering(unreadable(error))));
                        },
                        () -> say(messages.get("photo.cover.no_file")));
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

    private void startCovering(PhotoUpload photo, Image image) {
        covered = Optional.of(photo);
        editor.start(image, photo.covered());
        say("");
    }

    private void accept(List<CoveredArea> areas) {
        Optional<PhotoUpload> accepted = covered;
        if (accepted.isEmpty() || !editor.isChanged()) {
            endCovering(messages.get("photo.cover.left"));
            return;
        }
        covering.cover(accepted.get(), areas, result -> {
            if (editor.isVisible() && covered.equals(accepted)) {
                switch (result) {
                    case COVERED -> endCovering("");
                    case FILE_GONE -> editor.say(unreadable(PhotoFileError.GONE));
                    case NOT_KEPT -> editor.say(unchanged(UploadFailure.UNWRITABLE));
                    case LOCKED -> endCovering(messages.get("photo.cover.locked"));
                }
            }
        });
    }

    private void endCovering(String words) {
        covered = Optional.empty();
        editor.setVisible(false);
        requestFocus();
        say(words);
    }

    private void say(String words) {
        note = words;
        showState();
    }

    /** Leaves the covering of areas without a change. Returns false if the user is not covering any. */
    public boolean leaveCovering() {
        boolean wasOpen = editor.isVisible();
        if (wasOpen) {
            endCovering(messages.get("photo.cover.left"));
        }
        return wasOpen;
    }

    /** Returns whether the view may close. The first time it says that rectangles are not covered yet. */
    public boolean mayClose() {
        return !editor.isVisible() || !editor.warn();
    }
}
