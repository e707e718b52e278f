package app.forecourt.ui.photos;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.ui.photos.PhotoPreviews.Loaded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * The first photos of the cars in a list, reduced. Photos of this computer are always shown. The rule of
 * {@link PhotoPreviews} decides whether others may be fetched. Only photos of visible cars are fetched, once the list
 * rests, {@value #MOST_AT_ONCE} at a time. The last {@value #MOST_KEPT} are kept in memory.
 */
public final class CarThumbnails {
    /** Thumbnails kept in memory, each of at most 62,208 pixels. */
    static final int MOST_KEPT = 100;
    /** Requests at the same time. */
    static final int MOST_AT_ONCE = 2;
    /** Time without scrolling before photos are fetched. */
    static final Duration REST = Duration.ofMillis(300);
    /** Factor of a hash table's capacity to its entries, which never needs another table. */
    private static final float LOAD = 0.75f;

    private final PhotoPreviews previews;
    private final BiConsumer<UUID, Consumer<Optional<String>>> firstPhotos;
    private final Function<String, PhotoFetch> fetching;
    private final TaskRunner taskRunner;
    private final List<Place> places = new ArrayList<>();
    private final Map<UUID, Request> requests = new HashMap<>();
    private final Map<UUID, Known> known = new LinkedHashMap<>(MOST_KEPT, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
            return size() > MOST_KEPT;
        }
    };
    /** Counts the changes of the visible cars. */
    private long changes;

    private boolean isScheduled;

    /**
     * The result of a request.
     *
     * @param address first photo of the car; empty if it has none
     * @param image empty if the photo can't be shown
     */
    private record Known(String address, Optional<Image> image) {}

    /** A request for the thumbnail of a car: for the address of its photo, then for the photo. */
    private static final class Request {
        private String address = "";
        private @Nullable PhotoFetch fetch;
    }

    /** A place in the window where the thumbnail of one car at a time is visible. */
    public final class Place {
        private final Consumer<Optional<Image>> show;
        private Optional<UUID> car = Optional.empty();

        private Place(Consumer<Optional<Image>> show) {
            this.show = show;
        }

        /** Shows the thumbnail of another car, or of none. */
        public void setCar(Optional<UUID> newCar) {
            if (!newCar.equals(car)) {
                car = newCar;
                refresh();
                changes++;
                fetchLater();
            }
        }

        private void refresh() {
            show.accept(car.map(known::get).flatMap(Known::image));
        }
    }

    /**
     * Creates the thumbnails. Nothing is fetched before a place shows a car.
     *
     * @param firstPhotos finds the address of a car's first photo, empty if it has none
     * @param fetching creates the request for an address
     */
    public CarThumbnails(
            PhotoPreviews previews,
            BiConsumer<UUID, Consumer<Optional<String>>> firstPhotos,
            Function<String, PhotoFetch> fetching,
            TaskRunner taskRunner) {
        this.previews = previews;
        this.firstPhotos = firstPhotos;
        this.fetching = fetching;
        this.taskRunner = taskRunner;
    }

    /**
     * Adds a place.
     *
     * @param show receives the thumbnail of the place's car, empty if there is none
     */
    public Place addPlace(Consumer<Optional<Image>> show) {
        Place place = new Place(show);
        places.add(place);
        return place;
    }

    /** Fetches or stops fetching after a change of the setting or the profile. */
    public void update() {
        known.values().removeIf(thumbnail -> thumbnail.image().isEmpty());
        stopUnwanted();
        fetchLater();
    }

    /**
     * Takes over the first photo of the car in the form, which the user may have changed. A preview that was fetched
     * for the form needs no further request.
     *
     * @param photo address of the first photo; empty if there is none
     */
    public void setPhoto(UUID car, String photo) {
        Known old = known.get(car);
        Request request = requests.get(car);
        if (request != null && !request.address.isEmpty() && !request.address.equals(photo)) {
            stop(car);
        }
        if (previews.previewOf(photo) instanceof Loaded loaded) {
            stop(car);
            put(car, new Known(photo, Optional.of(loaded.image())));
        } else if (old != null && !old.address.equals(photo)) {
            known.remove(car);
            refresh(car);
            fetchLater();
        }
    }

    private void refresh(UUID car) {
        places.stream()
                .filter(place -> place.car.filter(car::equals).isPresent())
                .forEach(Place::refresh);
    }

    private boolean isWanted(UUID car) {
        return places.stream().anyMatch(place -> place.car.filter(car::equals).isPresent());
    }

    private void fetchLater() {
        if (!isScheduled) {
            isScheduled = true;
            long before = changes;
            taskRunner.runLater(REST, () -> {
                isScheduled = false;
                if (before == changes) {
                    fetchNext();
                } else {
                    fetchLater();
                }
            });
        }
    }

    private void fetchNext() {
        stopUnwanted();
        places.stream()
                .flatMap(place -> place.car.stream())
                .distinct()
                .filter(car -> isWanted(car) && !known.containsKey(car) && !requests.containsKey(car))
                .limit(MOST_AT_ONCE - requests.size())
                .toList()
                .forEach(this::request);
    }

    private void request(UUID car) {
        Request request = new Request();
        requests.put(car, request);
        firstPhotos.accept(car, photo -> {
            if (requests.get(car) == request) {
                fetch(car, request, photo.orElse(""));
            }
        });
    }

    private void fetch(UUID car, Request request, String photo) {
        request.address = photo;
        if (previews.previewOf(photo) instanceof Loaded loaded) {
            onFetched(car, request, Optional.of(loaded.image()));
        } else if (photo.isEmpty()
                || !previews.allCarsAllowed().get()
                || previews.isLocal(photo)
                || PhotoFetch.addressError(photo).isPresent()) {
            onFetched(car, request, Optional.empty());
            previews.loadLocal(photo, image -> put(car, new Known(photo, Optional.of(image))));
        } else {
            PhotoFetch fetch = fetching.apply(photo);
            request.fetch = fetch;
            taskRunner.run(
                    () -> image(fetch.run()),
                    image -> onFetched(car, request, image),
                    _ -> onFetched(car, request, Optional.empty()));
        }
    }

    private static Optional<Image> image(PhotoFetch.Outcome outcome) {
        return PhotoPreviews.preview(outcome) instanceof Loaded loaded ? Optional.of(loaded.image()) : Optional.empty();
    }

    private void onFetched(UUID car, Request request, Optional<Image> image) {
        if (requests.remove(car, request)) {
            put(car, new Known(request.address, image));
            fetchNext();
        }
    }

    private void put(UUID car, Known thumbnail) {
        known.put(car, thumbnail);
        refresh(car);
    }

    private void stopUnwanted() {
        List.copyOf(requests.keySet()).stream()
                .filter(car -> !isWanted(car) || !previews.allCarsAllowed().get())
                .forEach(this::stop);
    }

    private void stop(UUID car) {
        Request request = requests.remove(car);
        PhotoFetch fetch = request == null ? null : request.fetch;
        if (fetch != null) {
            // In the background, because closing a connection may block.
            taskRunner.run(fetch::stop);
        }
    }
}
