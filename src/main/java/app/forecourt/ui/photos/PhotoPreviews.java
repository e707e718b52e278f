package app.forecourt.ui.photos;

import app.forecourt.car.PhotoReference;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.photo.PhotoError;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.photo.Thumbnail;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * The previews of the first {@value #MOST_KEPT} photos of the car in the form. They are fetched in the background while
 * they are visible, {@value #MOST_AT_ONCE} at a time. The previews are dropped when another car is loaded. A setting
 * turns previews off, because the hosts of the photos see each request. In Practice no photo is fetched until the user
 * allows it for the car.
 */
public final class PhotoPreviews {
    /** Previews kept in memory, each of at most 62,208 pixels. */
    static final int MOST_KEPT = 50;
    /** Requests at the same time. */
    static final int MOST_AT_ONCE = 3;

    private final ObservableValue<Profile> profile;
    private final Preferences preferences;
    private final Function<String, PhotoFetch> fetching;
    private final LocalPhotos localPhotos;
    private final TaskRunner taskRunner;
    private final ObservableMap<String, Preview> known = FXCollections.observableHashMap();
    private final Map<String, PhotoFetch> requests = new HashMap<>();
    private final ReadOnlyBooleanWrapper allCarsAllowed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<PauseReason> rest = new ReadOnlyObjectWrapper<>(PauseReason.NONE);
    private List<String> wanted = List.of();
    private boolean visible;
    private boolean allowed;

    /** The state of a photo's preview. */
    public sealed interface Preview {}

    /** The photo was not requested. */
    public record NotRequested() implements Preview {}

    /** The photo is being fetched. */
    record Fetching() implements Preview {}

    /**
     * The photo was fetched.
     *
     * @param image reduced image
     * @param width width of the original photo in pixels
     * @param height height of the original photo in pixels
     */
    public record Loaded(Image image, int width, int height) implements Preview {}

    /**
     * The photo can't be shown.
     *
     * @param status HTTP status; 0 if there is none
     */
    record Failed(PhotoError why, int status) implements Preview {}

    /** The reason why no photos are fetched. */
    enum PauseReason {
        /** Photos are fetched. */
        NONE,
        /** In Practice no request leaves the computer. */
        PRACTICE,
        /** The setting is off. */
        SETTING
    }

    /**
     * Creates the previews. Nothing is fetched before the photos are visible.
     *
     * @param car car in the form; a permission given for one car ends with the next
     * @param fetching creates the request for an address
     * @param localPhotos pictures of the files on this computer, which are shown always
     */
    public PhotoPreviews(
            ObservableValue<Profile> profile,
            ObservableValue<?> car,
            Preferences preferences,
            Function<String, PhotoFetch> fetching,
            LocalPhotos localPhotos,
            TaskRunner taskRunner) {
        this.profile = profile;
        this.preferences = preferences;
        this.fetching = fetching;
        this.localPhotos = localPhotos;
        this.taskRunner = taskRunner;
        profile.subscribe(_ -> updateFetching());
        car.subscribe((_, _) -> {
            allowed = false;
            updateFetching();
        });
    }

    /** Returns the observable previews by address. */
    public ObservableMap<String, Preview> previews() {
        return known;
    }

    /** Returns the preview of a photo, or the fault of its address if no request is needed to find it. */
    public Preview previewOf(String address) {
        Preview preview = known.get(address);
        if (preview == null && isLocal(address)) {
            return new NotRequested();
        }
        return preview != null
                ? preview
                : PhotoFetch.addressError(address)
                        .<Preview>map(fault -> new Failed(fault, 0))
                        .orElseGet(NotRequested::new);
    }

    /** Returns whether a photo is shown from a file of this computer only. */
    boolean isLocal(String address) {
        return PhotoReference.isReference(address) || localPhotos.has(address);
    }

    /** Loads a photo of this computer in the background. The receiver is not called if there is no such file. */
    void loadLocal(String address, Consumer<Image> loaded) {
        localPhotos.load(address, photo -> loaded.accept(photo.image()));
    }

    /** Returns the address of a photo's whole file on this computer; empty if there is none. */
    Optional<String> file(String address) {
        return localPhotos.file(address);
    }

    /** Creates a fetch of a photo in a large size. */
    LargePhotoFetch largeFetch() {
        return new LargePhotoFetch(fetching, taskRunner);
    }

    /** Returns whether a photo must be fetched to be shown. */
    boolean needsFetch(String address) {
        return !isLocal(address) && !(known.get(address) instanceof Loaded);
    }

    /** Shows the photos whose files are on this computer. */
    void updateLocal() {
        wanted.stream()
                .filter(address -> !(known.get(address) instanceof Loaded))
                .forEach(address -> localPhotos.load(address, loaded -> {
                    if (wanted.contains(address)) {
                        known.put(address, loaded);
                    }
                }));
    }

    /** Returns why no photos are fetched at the moment. */
    ReadOnlyObjectProperty<PauseReason> pauseReason() {
        return rest.getReadOnlyProperty();
    }

    /** Returns whether photos of any car may be fetched, by the setting and the profile. */
    public ReadOnlyBooleanProperty allCarsAllowed() {
        return allCarsAllowed.getReadOnlyProperty();
    }

    /** Fetches or stops fetching after a change of the setting, the profile or the permission. */
    public void updateFetching() {
        PauseReason usual = preferences.get(Setting.PHOTO_PREVIEWS).equals("off")
                ? PauseReason.SETTING
                : profile.getValue() == Profile.PRACTICE ? PauseReason.PRACTICE : PauseReason.NONE;
        PauseReason reason = allowed ? PauseReason.NONE : usual;
        allCarsAllowed.set(usual == PauseReason.NONE);
        rest.set(reason);
        if (reason != PauseReason.NONE) {
            drop(Set.copyOf(requests.keySet()));
        }
        fetchNext();
    }

    /** Allows fetching for this car in spite of setting and profile. */
    void allowForCar() {
        allowed = true;
        updateFetching();
    }

    /** Sets the photo addresses of the car, in their order. */
    void setPhotos(List<String> photos) {
        wanted = photos.stream().distinct().limit(MOST_KEPT).toList();
        drop(requests.keySet().stream()
                .filter(address -> !wanted.contains(address))
                .toList());
        known.keySet().retainAll(wanted);
        updateLocal();
        // Run later, because a car that is being loaded sets its photos before it becomes the car in the form.
        taskRunner.fxThread().execute(this::fetchNext);
    }

    /** Sets whether the photos are visible. Photos are fetched only while they are. */
    public void setVisible(boolean visible) {
        if (visible != this.visible) {
            this.visible = visible;
            fetchNext();
        }
    }

    /**
     * Retries a photo that could not be shown.
     *
     * @return false if the photo needs no other try
     */
    boolean retry(String address) {
        boolean failed = known.get(address) instanceof Failed;
        if (failed) {
            known.remove(address);
            fetchNext();
        }
        return failed;
    }

    /**
     * Stops all requests. Photos not fetched by then are fetched only after a retry.
     *
     * @return false if there were no requests
     */
    boolean stop() {
        boolean running = !requests.isEmpty();
        if (running) {
            drop(Set.copyOf(requests.keySet()));
            wanted.stream()
                    .filter(this::isRequestable)
                    .forEach(address -> known.put(address, new Failed(PhotoError.STOPPED, 0)));
        }
        return running;
    }

    private void drop(Iterable<String> addresses) {
        addresses.forEach(address -> {
            PhotoFetch fetch = requests.remove(address);
            known.remove(address);
            if (fetch != null) {
                // In the background, because closing a connection may block.
                taskRunner.run(fetch::stop);
            }
        });
    }

    private boolean isRequestable(String address) {
        return !isLocal(address) && previewOf(address) instanceof NotRequested;
    }

    private void fetchNext() {
        if (visible && rest.get() == PauseReason.NONE) {
            wanted.stream()
                    .filter(this::isRequestable)
                    .limit(MOST_AT_ONCE - requests.size())
                    .forEach(this::fetch);
        }
    }

    private void fetch(String address) {
        PhotoFetch fetch = fetching.apply(address);
        requests.put(address, fetch);
        known.put(address, new Fetching());
        taskRunner.run(
                () -> preview(fetch.run()),
                preview -> onFetched(address, fetch, preview),
                _ -> onFetched(address, fetch, new Failed(PhotoError.DAMAGED, 0)));
    }

    private void onFetched(String address, PhotoFetch fetch, Preview preview) {
        if (requests.remove(address, fetch)) {
            known.put(address, preview);
            fetchNext();
        }
    }

    static Preview preview(PhotoFetch.Outcome outcome) {
        return switch (outcome) {
            case PhotoFetch.Outcome.Broken(var error, int status) -> new Failed(error, status);
            case PhotoFetch.Outcome.Shown(Thumbnail thumbnail) ->
                new Loaded(image(thumbnail), thumbnail.width(), thumbnail.height());
        };
    }

    private static Image image(Thumbnail thumbnail) {
        int width = thumbnail.smallWidth();
        WritableImage image = new WritableImage(width, thumbnail.smallHeight());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        width,
                        thumbnail.smallHeight(),
                        PixelFormat.getIntArgbInstance(),
                        thumbnail.argb(),
                        0,
                        width);
        return image;
    }
}
