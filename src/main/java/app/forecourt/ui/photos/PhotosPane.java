package app.forecourt.ui.photos;

import app.forecourt.model.AppModel;
import app.forecourt.model.form.PhotoList;
import app.forecourt.model.photos.FormPhotos;
import app.forecourt.model.photos.PhotoState;
import app.forecourt.model.photos.PhotoStatus;
import app.forecourt.model.photos.PhotoUploads;
import app.forecourt.model.store.CarRecord;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.settings.Setting;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.photos.PhotoPreviews.PauseReason;
import app.forecourt.ui.photos.Preview.NotRequested;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The photos below the photo field: their number and their problems, the grid of thumbnails, and the state of the
 * selected photo. The area to add files is above the field. The photos of a sent car are read-only.
 */
public final class PhotosPane extends VBox {
    private final PhotoList photos;
    private final FormPhotos files;
    private final PhotoUploads uploads;
    private final PhotoPreviews previews;
    private final ObservableValue<Boolean> locked;
    private final PhotoMessages photoMessages;
    private final PhotoDropArea area;
    private final PhotoSummary summary;
    private final PhotoGrid grid;
    private final PhotoDetails details;
    private final PhotoDrag drag;
    private final PhotoKeys keys;
    private final AppModel model;
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
     */
    public PhotosPane(
            AppModel model,
            PhotoEntry entry,
            Node card,
            PhotoPreviews previews,
            Messages messages,
            ObservableValue<Boolean> locked,
            Actions actions) {
        this.model = model;
        this.photos = model.form().photos();
        this.files = model.formPhotos();
        this.uploads = model.photos();
        this.previews = previews;
        this.locked = locked;
        this.photoMessages = new PhotoMessages(messages);
        this.area = new PhotoDropArea(messages, actions::chooseFiles, actions::setUpWebSpace);
        this.grid = new PhotoGrid(this::newTile);
        this.summary = new PhotoSummary(
                messages,
                photoMessages,
                () -> {
                    previews.allowForCar();
                    grid.requestFocus();
                },
                () -> uploads.retry(ids(PhotoStatus::canRetry)),
                () -> uploads.stop(ids(PhotoStatus::canStop)));
        this.details = new PhotoDetails(uploads, photoMessages, actions::setUpWebSpace);
        this.drag = new PhotoDrag(photos, files, grid, area, locked::getValue);
        getStyleClass().add("photos");
        grid.setId("photos");
        grid.setAccessibleText(messages.get("section.photos"));
        getChildren().addAll(summary, grid, details, summary.keys());

        keys = new PhotoKeys(this, grid, entry, photos, drag, at -> enlarge(at, messages, actions), actions::reveal);
        grid.addEventFilter(KeyEvent.KEY_PRESSED, keys::onGridKey);
        entry.addEventHandler(KeyEvent.KEY_PRESSED, keys::onEntryKey);
        entry.editableProperty().subscribe(editable -> {
            if (!editable && entry.isFocused()) {
                // The hidden field would pass the focus to the search of the options.
                grid.requestFocus();
            }
        });
        entry.setOnPaste(clipboard -> PhotoClipboard.addTo(files, clipboard, chosen -> !chosen.isEmpty()));
        grid.addEventHandler(MouseEvent.MOUSE_PRESSED, keys::onMousePressed);
        grid.addEventHandler(MouseEvent.MOUSE_CLICKED, keys::onMouseClicked);
        new PhotoMenu(keys, messages, locked).install(grid);
        grid.focusedProperty().subscribe(keys::onFocus);
        drag.install(card, keys::move);
        listen(messages.listenerScope());
        updateList();
    }

    private void listen(ListenerScope listening) {
        listening.listen(photos.addresses(), _ -> updateList());
        listening.listen(model.cars().current().car().map(CarRecord::id), _ -> grid.select(-1, -1));
        listening.listen(photos.lastAddition(), _ -> refresh());
        listening.listen(uploads.adding(), _ -> refresh());
        listening.listen(files.lost(), _ -> refresh());
        listening.listen(previews.previews(), _ -> refreshLater());
        listening.listen(uploads.photos(), _ -> {
            previews.updateLocal();
            refreshLater();
        });
        listening.listen(uploads.webSpace(), _ -> refresh());
        listening.listen(model.profile(), _ -> refreshLater());
        listening.listen(previews.pauseReason(), _ -> refresh());
        listening.listen(locked, _ -> refresh());
        listening.listen(grid.selected(), _ -> refreshDetails());
    }

    private void enlarge(int at, Messages messages, Actions actions) {
        EnlargedPhoto photo =
                new EnlargedPhoto(photos.addresses(), at, previews, model.photoCovering(), messages, this::caption);
        enlarged = Optional.of(photo);
        actions.enlarge(photo);
        enlarged = enlarged.filter(open -> open.getScene() != null);
    }

    /** Returns whether a node pastes files by itself, whatever their names are. */
    public static boolean takesPaste(@Nullable Node focused) {
        return focused instanceof PhotoEntry || focused instanceof PhotoGrid;
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
        List<Integer> weak = model.weakPhotos().positions().get();
        int current = grid.isFocused() ? grid.selected().get() : -1;
        weak.stream()
                .filter(at -> at > current)
                .findFirst()
                .or(() -> weak.stream().findFirst())
                .ifPresent(keys::select);
    }

    private PhotoTile newTile(int index) {
        PhotoTile tile = new PhotoTile(index, photoMessages, () -> remove(index));
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
                locked.getValue());
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
        List<String> lines = photos.addresses();
        List<PhotoTile.Content> shown =
                IntStream.range(0, lines.size()).mapToObj(this::content).toList();
        IntStream.range(0, grid.tiles().size())
                .forEach(at -> grid.tiles().get(at).show(shown.get(at)));
        boolean waits = shown.stream()
                .map(photo -> photo.state().status())
                .anyMatch(status -> status == PhotoStatus.NO_WEB_SPACE || status == PhotoStatus.KEPT_HERE);
        area.refresh(
                !locked.getValue(),
                waits && !uploads.webSpace().get(),
                !model.preferences().get(Setting.PHOTO_STORE).isEmpty());
        boolean fetches = lines.stream().anyMatch(previews::needsFetch);
        summary.refresh(
                shown,
                locked.getValue(),
                uploads.adding().get(),
                photos.lastAddition().get(),
                files.lost().get(),
                fetches ? previews.pauseReason().get() : PauseReason.NONE);
        refreshDetails();
        enlarged.ifPresent(EnlargedPhoto::refresh);
    }

    /** Shows the selected photo below the grid, or the first one that needs the user. */
    private void refreshDetails() {
        List<String> lines = photos.addresses();
        int selected = grid.selected().get();
        int at = selected >= 0 && selected < lines.size()
                ? selected
                : IntStream.range(0, lines.size())
                        .filter(index -> files.state(lines.get(index)).status().needsUser())
                        .findFirst()
                        .orElse(-1);
        NodeVisibility.set(details, at >= 0);
        if (at >= 0) {
            String line = lines.get(at);
            PhotoState state = files.state(line);
            details.show(
                    photoMessages.name(line, state),
                    photoMessages.fullState(line, state, previews.previewOf(line)),
                    state,
                    locked.getValue());
        }
    }

    /** Returns the words for an enlarged photo, and why it is not fetched. */
    private String caption(String line, Preview picture) {
        PhotoState state = files.state(line);
        String paused = picture instanceof NotRequested && previews.needsFetch(line)
                ? photoMessages.pauseReason(previews.pauseReason().get())
                : "";
        return photoMessages.accessibleText(
                photos.addresses().indexOf(line) + 1,
                photos.addresses().size(),
                photoMessages.name(line, state),
                photoMessages.captionState(line, state, picture, paused));
    }

    private List<UUID> ids(Predicate<PhotoStatus> matches) {
        return photos.addresses().stream()
                .map(files::state)
                .filter(state -> matches.test(state.status()))
                .flatMap(state -> state.source().stream())
                .map(PhotoUpload::id)
                .toList();
    }

    boolean isLocked() {
        return locked.getValue();
    }

    /** Removes a photo. */
    private void remove(int index) {
        if (!isLocked()) {
            photos.remove(index, 1);
        }
    }

    /**
     * Tries a photo again that is not public or can't be shown.
     *
     * @return false if the photo needs no other try
     */
    boolean retry(int at) {
        String line = photos.addresses().get(at);
        PhotoState state = files.state(line);
        if (!isLocked() && state.status().canRetry()) {
            uploads.retry(state.source().map(PhotoUpload::id).stream().toList());
            return true;
        }
        return previews.retry(line);
    }

    /** Stops fetching the previews. Returns false if none was being fetched. */
    boolean stopFetching() {
        return previews.stop();
    }
}
