package app.forecourt.ui.photos;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.photo.PhotoError;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.photo.PhotoOutcome;
import app.forecourt.photo.Thumbnail;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * How the photos of the car in the form look, fetched in the background while they are looked at: the first
 * {@value #MOST_KEPT}, {@value #MOST_AT_ONCE} at a time. Of another car nothing is kept. Their hosts see that somebody
 * looks, so it can be left out; and in Practice nothing leaves the computer unless she says so.
 */
public final class PhotoPreviews {
    /** Each is a picture of at most 62,208 pixels. */
    static final int MOST_KEPT = 50;
    static final int MOST_AT_ONCE = 3;

    private final ObservableValue<Profile> profile;
    private final Preferences preferences;
    private final Function<String, PhotoFetch> fetching;
    private final TaskRunner background;
    private final ObservableMap<String, Preview> known = FXCollections.observableHashMap();
    private final Map<String, PhotoFetch> underWay = new HashMap<>();
    private final ReadOnlyObjectWrapper<Rest> rest = new ReadOnlyObjectWrapper<>(Rest.NONE);
    private List<String> wanted = List.of();
    private boolean inSight;
    private boolean allowed;

    /** What is known of how a photo looks. */
    public sealed interface Preview {}

    /** Nothing, and nobody asks. */
    public record Unasked() implements Preview {}

    /** It is being fetched. */
    record Fetching() implements Preview {}

    /**
     * It looks like this.
     *
     * @param width its own, in pixels
     * @param height its own, in pixels
     */
    public record Seen(Image image, int width, int height) implements Preview {}

    /** It can't be shown; the status is 0 when there is none. */
    record Broken(PhotoError why, int status) implements Preview {}

    /** Why none is fetched. */
    enum Rest {
        /** They are. */
        NONE,
        /** In Practice nothing leaves the computer. */
        PRACTICE,
        /** The settings say so. */
        SETTING
    }

    /** @param car what she said of one does not hold for another */
    public PhotoPreviews(ObservableValue<Profile> profile, ObservableValue<?> car, Preferences preferences,
            Function<String, PhotoFetch> fetching, TaskRunner background) {
        this.profile = profile;
        this.preferences = preferences;
        this.fetching = fetching;
        this.background = background;
        profile.subscribe(any -> fetchVisible());
        car.subscribe((before, now) -> {
            allowed = false;
            fetchVisible();
        });
    }

    /** What is known, by address; changes are told. */
    ObservableMap<String, Preview> known() {
        return known;
    }

    /** What is known of one, or can be said without asking. */
    public Preview of(String address) {
        Preview preview = known.get(address);
        return preview != null ? preview
                : PhotoFetch.fault(address).<Preview>map(fault -> new Broken(fault, 0))
                        .orElseGet(Unasked::new);
    }

    /** Why none is fetched now. */
    ReadOnlyObjectProperty<Rest> rest() {
        return rest.getReadOnlyProperty();
    }

    /** The settings may have changed. */
    public void fetchVisible() {
        Rest now = allowed ? Rest.NONE
                : preferences.get(Setting.PHOTO_PREVIEWS).equals("off") ? Rest.SETTING
                        : profile.getValue() == Profile.PRACTICE ? Rest.PRACTICE : Rest.NONE;
        rest.set(now);
        if (now != Rest.NONE) {
            drop(Set.copyOf(underWay.keySet()));
        }
        next();
    }

    /** She wants to see those of this car all the same. */
    void allow() {
        allowed = true;
        fetchVisible();
    }

    /** These are the car's, in their order. */
    void want(List<String> photos) {
        wanted = photos.stream().distinct().limit(MOST_KEPT).toList();
        drop(underWay.keySet().stream().filter(address -> !wanted.contains(address)).toList());
        known.keySet().retainAll(wanted);
        // A car that is being loaded has its photos before it is the one in the form.
        background.window().execute(this::next);
    }

    /** Whether anybody sees them. */
    public void inSight(boolean now) {
        if (now != inSight) {
            inSight = now;
            next();
        }
    }

    /** Tries a broken one once more. */
    void again(String address) {
        if (known.get(address) instanceof Broken) {
            known.remove(address);
            next();
        }
    }

    /** Stops fetching; what is not there by then is fetched only if asked for. */
    boolean stop() {
        boolean any = !underWay.isEmpty();
        if (any) {
            drop(Set.copyOf(underWay.keySet()));
            wanted.stream().filter(address -> of(address) instanceof Unasked)
                    .forEach(address -> known.put(address, new Broken(PhotoError.STOPPED, 0)));
        }
        return any;
    }

    private void drop(Iterable<String> addresses) {
        addresses.forEach(address -> {
            PhotoFetch fetch = underWay.remove(address);
            known.remove(address);
            if (fetch != null) {
                // Breaking a connection off may block.
                background.run(fetch::stop);
            }
        });
    }

    private void next() {
        if (inSight && rest.get() == Rest.NONE) {
            wanted.stream().filter(address -> of(address) instanceof Unasked)
                    .limit(MOST_AT_ONCE - underWay.size()).forEach(this::fetch);
        }
    }

    private void fetch(String address) {
        PhotoFetch fetch = fetching.apply(address);
        underWay.put(address, fetch);
        known.put(address, new Fetching());
        background.run(() -> preview(fetch.run()), preview -> onFetched(address, fetch, preview),
                bug -> onFetched(address, fetch, new Broken(PhotoError.DAMAGED, 0)));
    }

    private void onFetched(String address, PhotoFetch fetch, Preview preview) {
        if (underWay.remove(address, fetch)) {
            known.put(address, preview);
            next();
        }
    }

    private static Preview preview(PhotoOutcome outcome) {
        return switch (outcome) {
            case PhotoOutcome.Broken(var why, int status) -> new Broken(why, status);
            case PhotoOutcome.Shown(Thumbnail photo) ->
                new Seen(image(photo), photo.width(), photo.height());
        };
    }

    private static Image image(Thumbnail photo) {
        int wide = photo.smallWidth();
        WritableImage image = new WritableImage(wide, photo.smallHeight());
        image.getPixelWriter().setPixels(0, 0, wide, photo.smallHeight(), PixelFormat.getIntArgbInstance(),
                photo.argb(), 0, wide);
        return image;
    }
}
