package app.forecourt.ui;

import app.forecourt.car.Completeness;
import app.forecourt.ui.PhotoPreviews.Broken;
import app.forecourt.ui.PhotoPreviews.Fetching;
import app.forecourt.ui.PhotoPreviews.Preview;
import app.forecourt.ui.PhotoPreviews.Rest;
import app.forecourt.ui.PhotoPreviews.Seen;
import app.forecourt.ui.PhotoPreviews.Unasked;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is told of photos. */
final class PhotoWords {
    private static final String BETWEEN = "  ·  ";

    private final Words words;

    PhotoWords(Words words) {
        this.words = words;
    }

    /** How many there are, and how many would be good. */
    String count(int photos) {
        return words.get("photo.count", photos, Completeness.Part.PHOTOS.good(),
                Completeness.Part.PHOTOS.best());
    }

    /**
     * What came of the last adding, why none is fetched, and how many can't be shown; empty when there is nothing of it.
     */
    String said(Optional<PhotoList.Added> added, Rest rest, long broken) {
        Stream<String> adding = added
                .filter(one -> one.count() == 0 || one.already() > 0).stream()
                .map(one -> one.count() + one.already() == 0 ? words.get("photo.none_found")
                        : words.get("photo.already", one.count(), one.already()));
        Stream<String> wrong = broken == 0 ? Stream.of() : Stream.of(words.get("photo.broken", broken));
        Stream<String> resting = rest == Rest.NONE ? Stream.of()
                : Stream.of(words.get("photo.rest." + Words.key(rest)));
        return Stream.of(adding, wrong, resting).flatMap(each -> each).collect(Collectors.joining(BETWEEN));
    }

    /** What one is called: the end of its address. */
    String name(String address) {
        String path = uri(address).map(URI::getPath).orElse(address);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isBlank() ? address : name;
    }

    /** What is known of one, and where it is. */
    String detail(String address, Preview preview) {
        String host = uri(address).map(URI::getHost).orElse("");
        return switch (preview) {
            case Unasked _ -> host;
            case Fetching _ -> words.get("photo.fetching", host);
            case Seen(var image, int width, int height) -> words.get("photo.seen", width, height, host);
            case Broken(var why, int status) -> words.get("photo.fault." + Words.key(why), host, status);
        };
    }

    /** For who can't see it. */
    String spoken(int place, int all, String name, String detail) {
        return Stream.concat(
                Stream.of(words.get("photo.place", place, all), place == 1 ? words.get("photo.main") : ""),
                Stream.of(name, detail)).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    String main() {
        return words.get("photo.main");
    }

    String remove() {
        return words.get("photo.remove");
    }

    private static Optional<URI> uri(String address) {
        try {
            URI uri = new URI(address);
            return Optional.of(uri).filter(any -> any.getHost() != null && any.getPath() != null);
        } catch (URISyntaxException nonsense) {
            return Optional.empty();
        }
    }
}
