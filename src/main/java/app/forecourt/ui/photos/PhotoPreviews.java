package app.forecourt.ui.photos;

import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.photo.PhotoError;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.ui.photos.PhotoPictureState.Failed;
import app.forecourt.ui.photos.PhotoPictureState.Fetching;
import app.forecourt.ui.photos.PhotoPictureState.Loaded;
import app.forecourt.ui.photos.PhotoPictureState.NotRequested;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.image.Image;

/**
 * The small pictures of photos: of the first {@value #MOST_SHOWN} of the car in the form, and of those in the list of
 * cars. They are fetched in the background while they are visible, {@value #MOST_AT_ONCE} at a time, the form's first.
 * A setting turns this off, because the hosts of the photos see each request. In Practice no photo is fetched until the
 * user allows it for the car in the form.
 */
public final class PhotoPreviews {
    /** Pictures kept in memory, each of at most 76,800 pixels. */
    static final int MOST_KEPT = 150;
    /** Photos of a car that are shown as pictures. */
    static final int MOST_SHOWN = 50;
    /** Longest side in pixels of a preview of a file on this computer. */
    private static final double SMALL = 320;
    /** Longest side in pixels of an enlarged file of this computer. */
    private static final double LARGE = 1920;
    /** Requests at the same time. */
    static final int MOST_AT_ONCE = 3;
    /** Factor of a hash table's capacity to its entries, which never needs another table. */
    private static final float LOAD = 0.75f;

    private final ObservableValue<Profile> profile;
    private final Preferences preferences;
    private final Function<String, PhotoFetch> fetching;
    private final LocalPhotoReader localPhotoReader;
    private final TaskRunner taskRunner;
    /** The pictures by the hash of their files, or else by address. */
    private final ObservableMap<String, PhotoPictureState> known =
            FXCollections.observableMap(new LinkedHashMap<>(MOST_KEPT, LOAD, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, PhotoPictureState> eldest) {
                    return size() > MOST_KEPT;
                }
            });

    private final Map<String, PhotoFetch> requests = new HashMap<>();
    private final ReadOnlyObjectWrapper<PauseReason> pauseReason = new ReadOnlyObjectWrapper<>(PauseReason.NONE);
    private List<String> wanted = List.of();
    private List<String> listed = List.of();
    private boolean allCarsAllowed;
    private boolean visible;
    private boolean allowed;

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
     * @param localPhotoReader pictures of the files on this computer, which are shown always
     */
    public PhotoPreviews(
            ObservableValue<Profile> profile,
            ObservableValue<?> car,
            Preferences preferences,
            Function<String, PhotoFetch> fetching,
            LocalPhotoReader localPhotoReader,
            TaskRunner taskRunner) {
        this.profile = profile;
        this.preferences = preferences;
        this.fetching = fetching;
        this.localPhotoReader = localPhotoReader;
        this.taskRunner = taskRunner;
        profile.subscribe(_ -> updateFetching());
        car.subscribe((_, _) -> {
            allowed = false;
            updateFetching();
        });
    }

    public ObservableMap<String, PhotoPictureState> previews() {
        return known;
    }

    /** Returns the preview of a photo, or the fault of its address if no request is needed to find it. */
    public PhotoPictureState previewOf(String address) {
        return Optional.ofNullable(known.get(localPhotoReader.key(address)))
                .or(() -> isLocal(address)
                        ? Optional.empty()
                        : PhotoFetch.addressError(address).map(fault -> new Failed(fault, 0)))
                .orElseGet(NotRequested::new);
    }

    /** Returns whether a photo is shown from a file of this computer only. */
    boolean isLocal(String address) {
        return PhotoPlaceholder.isPlaceholder(address) || localPhotoReader.has(address);
    }

    /** Returns whether a photo can be loaded now, from its file on this computer or from its address. */
    boolean canLoad(String address) {
        return localPhotoReader.has(address)
                || (pauseReason.get() == PauseReason.NONE
                        && PhotoFetch.addressError(address).isEmpty());
    }

    /**
     * Loads a photo in a large size in the background.
     *
     * @param progress receives how much of the photo is here, from 0 to 1; -1 if its size is unknown
     * @param ended receives the result
     * @return stops the request
     */
    Runnable loadLarge(String address, DoubleConsumer progress, Consumer<PhotoPictureState> ended) {
        Optional<Image> local = localPhotoReader.load(address, LARGE, ended);
        if (local.isPresent()) {
            return local.get()::cancel;
        }
        PhotoFetch fetch = fetching.apply(address);
        taskRunner.run(
                () -> PhotoPictureState.of(
                        fetch.runLarge(part -> taskRunner.fxThread().execute(() -> progress.accept(part)))),
                ended,
                _ -> ended.accept(new Failed(PhotoError.DAMAGED, 0)));
        return () -> stop(fetch);
    }

    /** Stops a fetch in the background, because closing a connection may block. */
    private void stop(PhotoFetch fetch) {
        taskRunner.run(fetch::stop);
    }

    /** Returns whether a photo must be fetched to be shown. */
    boolean needsFetch(String address) {
        return !isLocal(address) && !(previewOf(address) instanceof Loaded);
    }

    /** Returns why no photos are fetched at the moment. */
    ReadOnlyObjectProperty<PauseReason> pauseReason() {
        return pauseReason.getReadOnlyProperty();
    }

    /** Fetches or stops fetching after a change of the setting, the profile or the permission. */
    public void updateFetching() {
        PauseReason usual = preferences.get(Setting.PHOTO_PREVIEWS).equals("off")
                ? PauseReason.SETTING
                : profile.getValue() == Profile.PRACTICE ? PauseReason.PRACTICE : PauseReason.NONE;
        PauseReason reason = allowed ? PauseReason.NONE : usual;
        allCarsAllowed = usual == PauseReason.NONE;
        pauseReason.set(reason);
        loadNext();
    }

    /** Allows fetching for this car in spite of setting and profile. */
    void allowForCar() {
        allowed = true;
        updateFetching();
    }

    /** Sets the photo addresses of the car, in their order. */
    void setPhotos(List<String> photos) {
        wanted = photos.stream().distinct().limit(MOST_SHOWN).toList();
        // Tried again when the car is shown the next time.
        // A copy, because listeners read other pictures, and that changes the order.
        Map.copyOf(known).forEach((key, preview) -> {
            if (preview instanceof Failed && !wanted.contains(key) && !listed.contains(key)) {
                known.remove(key);
            }
        });
        // Run later, because a car that is being loaded sets its photos before it becomes the car in the form.
        taskRunner.fxThread().execute(this::loadNext);
    }

    /** Sets the addresses of the photos that are visible in the list of cars. */
    void setListed(List<String> photos) {
        listed = photos;
        loadNext();
    }

    /** Sets whether the photos are visible. Photos are fetched only while they are. */
    public void setVisible(boolean visible) {
        if (visible != this.visible) {
            this.visible = visible;
            loadNext();
        }
    }

    /**
     * Retries a photo that could not be shown.
     *
     * @return false if the photo needs no other try
     */
    boolean retry(String address) {
        String key = localPhotoReader.key(address);
        boolean failed = known.get(key) instanceof Failed;
        if (failed) {
            known.remove(key);
            loadNext();
        }
        return failed;
    }

    /**
     * Stops all requests. Photos not fetched by then are fetched only after a retry.
     *
     * @return false if there were no requests
     */
    boolean stop() {
        boolean running = wanted.stream().anyMatch(requests::containsKey);
        if (running) {
            drop(wanted);
            wanted.stream()
                    .filter(this::isRequestable)
                    .forEach(address -> known.put(localPhotoReader.key(address), new Failed(PhotoError.STOPPED, 0)));
        }
        return running;
    }

    private void drop(Iterable<String> addresses) {
        addresses.forEach(address -> {
            PhotoFetch fetch = requests.remove(address);
            if (fetch != null) {
                known.remove(localPhotoReader.key(address));
                stop(fetch);
            }
        });
    }

    private boolean isRequestable(String address) {
        return !isLocal(address) && previewOf(address) instanceof NotRequested;
    }

    /** Loads the pictures of files on this computer, and fetches the next photos that may be fetched. */
    void loadNext() {
        Stream.concat(wanted.stream(), listed.stream())
                .filter(address -> previewOf(address) instanceof NotRequested)
                .forEach(address -> {
                    String key = localPhotoReader.key(address);
                    localPhotoReader
                            .load(address, SMALL, loaded -> known.put(key, loaded))
                            .ifPresent(_ -> known.put(key, new Fetching()));
                });
        List<String> allowedNow = Stream.concat(
                        pauseReason.get() == PauseReason.NONE ? wanted.stream() : Stream.empty(),
                        allCarsAllowed ? listed.stream() : Stream.empty())
                .toList();
        drop(requests.keySet().stream()
                .filter(address -> !allowedNow.contains(address))
                .toList());
        allowedNow.stream()
                .filter(address -> (visible || listed.contains(address)) && isRequestable(address))
                .limit(MOST_AT_ONCE - requests.size())
                .forEach(this::fetch);
    }

    private void fetch(String address) {
        PhotoFetch fetch = fetching.apply(address);
        requests.put(address, fetch);
        known.put(localPhotoReader.key(address), new Fetching());
        taskRunner.run(
                () -> PhotoPictureState.of(fetch.run()),
                preview -> onFetched(address, fetch, preview),
                _ -> onFetched(address, fetch, new Failed(PhotoError.DAMAGED, 0)));
    }

    private void onFetched(String address, PhotoFetch fetch, PhotoPictureState preview) {
        if (requests.remove(address, fetch)) {
            known.put(localPhotoReader.key(address), preview);
            loadNext();
        }
    }
}
