package app.forecourt.ui.photos;

import app.forecourt.car.Completeness;
import app.forecourt.model.form.PhotoList;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.ui.photos.PhotoPreviews.Broken;
import app.forecourt.ui.photos.PhotoPreviews.Fetching;
import app.forecourt.ui.photos.PhotoPreviews.Preview;
import app.forecourt.ui.photos.PhotoPreviews.Rest;
import app.forecourt.ui.photos.PhotoPreviews.Seen;
import app.forecourt.ui.photos.PhotoPreviews.Unasked;
import app.forecourt.ui.words.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is told of photos. */
final class PhotoMessages {
    private final Messages words;

    PhotoMessages(Messages words) {
        this.words = words;
    }

    /** How many there are, and how many would be good; empty when there is none. */
    String count(int photos) {
        return photos == 0 ? ""
                : words.get("photo.count", photos, Completeness.Part.PHOTOS.good(),
                        Completeness.Part.PHOTOS.best());
    }

    /** What came of adding some; empty when all of them were added, which is seen. */
    String added(PhotoList.Added added) {
        if (added.count() + added.already() == 0) {
            return words.get("photo.none_found");
        }
        return added.already() == 0 ? "" : words.get("photo.already", added.count(), added.already());
    }

    /** How many can't be shown; empty when all can. */
    String broken(long photos) {
        return photos == 0 ? "" : words.get("photo.broken", photos);
    }

    /** Why none is fetched; empty when they are. */
    String rest(Rest why) {
        return why == Rest.NONE ? "" : words.get("photo.rest." + Messages.key(why));
    }

    /** What one is called: the end of its address, or all of what is none. */
    String name(String address) {
        try {
            URI uri = new URI(address);
            String path = uri.getHost() == null ? "" : uri.getPath();
            String name = path.substring(path.lastIndexOf('/') + 1);
            return name.isBlank() ? address : name;
        } catch (URISyntaxException odd) {
            return address;
        }
    }

    /** What is known of one, and where it is. */
    String detail(String address, Preview preview) {
        String host = PhotoFetch.host(address);
        return switch (preview) {
            case Unasked _ -> host;
            case Fetching _ -> words.get("photo.fetching", host);
            case Seen(var image, int width, int height) -> words.get("photo.seen", width, height, host);
            case Broken(var why, int status) -> words.get("photo.fault." + Messages.key(why), host, status);
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
}
