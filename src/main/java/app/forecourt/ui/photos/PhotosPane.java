package app.forecourt.ui.photos;

import app.forecourt.model.AppModel;
import app.forecourt.model.form.PhotoList;
import app.forecourt.model.photos.FormPhotoLines;
import app.forecourt.model.photos.PhotoListEntry;
import app.forecourt.model.photos.PhotoUploadsModel;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.photos.PhotoPictureState.NotRequested;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The photos below the photo field: their number and their problems, the grid of thumbnails, and the state of the
 * selected photo. The area to add files is above the field. The photos of a sent car are read-only.
 */
public final class PhotosPane extends VBox {
    private final AppModel model;
    private final PhotoList photos;
    private final FormPhotoLines files;
    private final PhotoUploadsModel uploads;
    private final PhotoPreviews previews;
    private final ObservableValue<Boolean> locked;
    private final Messages messages;
    private final PhotoMessages photoMessages;
    private final Actions window;
    private final PhotoDropHint area;
    private final PhotoGrid grid = new PhotoGrid(this::newTile);
    private final PhotoActions actions;
    private final PhotoSummary summary;
    private final Label details = new Label();
    private final Label keys = new Label();
    private boolean willRefresh;
    private Optional<EnlargedPhoto> enlarged = Optional.empty();

    /** Actions that the window provides. */
    public interface Actions {
        /** Lets the user choose files. */
        void chooseFiles();

        /** Shows the settings of the web space. */
        void setUpWebSpace();

        /** Shows a photo large. */
        void enlarge(EnlargedPhoto photo);

        /** Scrolls to a node of the pane. */
        void reveal(Node node);
    }

    /**
     * Creates the pane for the car in the form.
     *
     * @param entry control in which the user types addresses
     * @param card node that takes dropped files
     * @param locked true while the car is read-only
     * @param window actions of the window
     */
    public PhotosPane(
            AppModel model,
            PhotoAddressField entry,
            Node card,
            PhotoPreviews previews,
            Messages messages,
            ObservableValue<Boolean> locked,
            Actions window) {
        this.model = model;
        this.photos = model.form().photos();
        this.files = model.photoLines();
        this.uploads = model.photos();
        this.previews = previews;
        this.locked = locked;
        this.messages = messages;
        this.window = window;
        photoMessages = new PhotoMessages(messages);
        area = new PhotoDropHint(messages, window::chooseFiles);
        actions = new PhotoActions(this, grid, entry, photos, files, messages);
        summary = new PhotoSummary(
                model,
                previews,
                messages,
                photoMessages,
                () -> {
                    previews.allowForCar();
                    grid.requestFocus();
                },
                window::setUpWebSpace);
        getStyleClass().add("photos");
        grid.setId("photos");
        grid.setAccessibleText(messages.get("section.photos"));
        details.setId("photoDetails");
        details.getStyleClass().add("photo-details");
        keys.setId("photoKeys");
        keys.getStyleClass().add("note");
        keys.setText(messages.get("photo.keys"));
        List.of(details, keys).forEach(SafeTextWrap::enable);
        getChildren().addAll(summary, grid, details, keys);
        entry.setOnPaste(clipboard -> ClipboardPhotoReader.addTo(files, clipboard, chosen -> !chosen.isEmpty()));
        actions.install();
        new PhotoDrag(this, grid, area, actions).install(card);
        listen(messages.listenerScope());
        updateList();
    }

    private void listen(ListenerScope listening) {
        listening.listen(photos.addresses(), _ -> updateList());
        listening.listen(model.cars().current().car().map(CarInMemory::id), _ -> grid.select(-1, -1));
        listening.listen(previews.previews(), _ -> refreshLater());
        listening.listen(uploads.photos(), _ -> {
            previews.loadNext();
            refreshLater();
        });
        Stream.<ObservableValue<?>>of(
                        photos.lastAddition(),
                        uploads.adding(),
                        files.lost(),
                        uploads.webSpace(),
                        model.profile(),
                        previews.pauseReason(),
                        locked,
                        grid.selected())
                .forEach(value -> listening.listen(value, _ -> refreshLater()));
    }

    /** Returns whether a node pastes files by itself, whatever their names are. */
    public static boolean takesPaste(@Nullable Node focused) {
        return focused instanceof PhotoAddressField || focused instanceof PhotoGrid;
    }

    /** Returns the area to add files, which is above the field for addresses. */
    public Node area() {
        return area;
    }

    /** Returns the grid, which the form tracks: photos are fetched only while it is visible. */
    public Node grid() {
        return grid;
    }

    /** Moves the focus to the next photo that could be better, or to the first one. Does nothing without one. */
    public void focusWeakPhoto() {
        List<Integer> weak = model.photosWithRemarks().positions().get();
        int current = grid.isFocused() ? grid.selected().get() : -1;
        weak.stream()
                .filter(at -> at > current)
                .findFirst()
                .or(() -> weak.stream().findFirst())
                .ifPresent(actions::select);
    }

    private PhotoTile newTile(int index) {
        PhotoTile tile = new PhotoTile(index, photoMessages, () -> {
            grid.select(index, index);
            actions.remove();
        });
        tile.show(content(index));
        return tile;
    }

    private PhotoTile.Content content(int index) {
        String line = photos.addresses().get(index);
        return new PhotoTile.Content(
                line,
                files.state(line),
                previews.previewOf(line),
                photos.addresses().size(),
                isLocked());
    }

    private void updateList() {
        NodeVisibility.set(grid, !photos.addresses().isEmpty());
        previews.setPhotos(photos.addresses());
        grid.setLines(photos.addresses());
        refresh();
    }

    /** Refreshes once after several changes. */
    private void refreshLater() {
        if (!willRefresh) {
            willRefresh = true;
            model.taskRunner().fxThread().execute(() -> {
                willRefresh = false;
                refresh();
            });
        }
    }

    private void refresh() {
        List<PhotoTile.Content> shown = IntStream.range(0, photos.addresses().size())
                .mapToObj(this::content)
                .toList();
        IntStream.range(0, grid.tiles().size())
                .forEach(at -> grid.tiles().get(at).show(shown.get(at)));
        NodeVisibility.set(area, !isLocked());
        summary.refresh(shown, isLocked());
        showDetails(shown);
        NodeVisibility.set(keys, !shown.isEmpty() && !isLocked());
        enlarged.ifPresent(EnlargedPhoto::refresh);
    }

    /** Shows the selected photo below the grid, or the first one that needs the user. */
    private void showDetails(List<PhotoTile.Content> shown) {
        int selected = grid.selected().get();
        Optional<PhotoTile.Content> detailed = selected >= 0 && selected < shown.size()
                ? Optional.of(shown.get(selected))
                : shown.stream()
                        .filter(photo -> photo.state().status().needsUser())
                        .findFirst();
        NodeVisibility.set(details, detailed.isPresent());
        detailed.ifPresent(photo -> {
            PhotoListEntry state = photo.state();
            details.setText(photoMessages.name(photo.line(), state) + ":  "
                    + photoMessages.fullState(photo.line(), state, photo.preview()));
            details.pseudoClassStateChanged(SeverityStyle.WARNING, state.needsLook());
        });
    }

    boolean isLocked() {
        return locked.getValue();
    }

    /** Scrolls to a photo. */
    void reveal(int at) {
        if (at < grid.tiles().size()) {
            window.reveal(grid.tiles().get(at));
        }
    }

    /** Tries a photo again that is not public or can't be shown. Shows any other photo large. */
    void open(int at) {
        String line = photos.addresses().get(at);
        PhotoListEntry state = files.state(line);
        if (!isLocked() && state.status().canRetry()) {
            uploads.retry(state.source().map(PhotoUpload::id).stream().toList());
        } else if (!previews.retry(line)) {
            EnlargedPhoto photo =
                    new EnlargedPhoto(photos.addresses(), at, previews, model.photoCovering(), messages, this::caption);
            enlarged = Optional.of(photo);
            window.enlarge(photo);
            enlarged = enlarged.filter(open -> open.getScene() != null);
        }
    }

    /** Returns the words for an enlarged photo, and why it is not fetched. */
    private String caption(String line, PhotoPictureState picture) {
        PhotoListEntry state = files.state(line);
        String words = photoMessages.fullState(line, state, picture);
        boolean isPaused = picture instanceof NotRequested && previews.needsFetch(line);
        return photoMessages.accessibleText(
                photos.addresses().indexOf(line) + 1,
                photos.addresses().size(),
                photoMessages.name(line, state),
                isPaused
                        ? words + ", "
                                + photoMessages.pauseReason(
                                        previews.pauseReason().get())
                        : words);
    }

    /** Stops fetching the previews. Returns false if none was being fetched. */
    boolean stopFetching() {
        return previews.stop();
    }
}
