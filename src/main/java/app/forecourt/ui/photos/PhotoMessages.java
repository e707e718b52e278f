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

/** The messages of the photo list. */
final class PhotoMessages {
    private final Messages words;

    PhotoMessages(Messages words) {
        this.words = words;
    }

    /** Returns the number of photos and the recommended number; empty if there are none. */
    String count(int photos) {
        return photos == 0 ? ""
                : words.get("photo.count", photos, Completeness.Part.PHOTOS.good(),
                        Completeness.Part.PHOTOS.best());
    }

    /** Returns the result of adding photos; empty if all were added, because the user sees them. */
    String added(PhotoList.Added added) {
        if (added.count() + added.already() == 0) {
            return words.get("photo.none_found");
        }
        return added.already() == 0 ? "" : words.get("photo.already", added.count(), added.already());
    }

    /** Returns the number of photos that can't be shown; empty if there are none. */
    String broken(long photos) {
        return photos == 0 ? "" : words.get("photo.broken", photos);
    }

    /** Returns why no photos are fetched; empty if they are fetched. */
    String rest(Rest reason) {
        return reason == Rest.NONE ? "" : words.get("photo.rest." + Messages.key(reason));
    }

    /** Returns the last segment of a photo's address, or the whole text if it is no address with a path. */
    String name(String address) {
        try {
            URI uri = new URI(address);
            String path = uri.getHost() == null ? "" : uri.getPath();
            String name = path.substring(path.lastIndexOf('/') + 1);
            return name.isBlank() ? address : name;
        } catch (URISyntaxException _) {
            return address;
        }
    }

    /** Returns the state of a photo and its host. */
    String detail(String address, Preview preview) {
        String host = PhotoFetch.host(address);
        return switch (preview) {
            case Unasked _ -> host;
            case Fetching _ -> words.get("photo.fetching", host);
            case Seen(var image, int width, int height) -> words.get("photo.seen", width, height, host);
            case Broken(var why, int status) -> words.get("photo.fault." + Messages.key(why), host, status);
        };
    }

    /**
     * Returns the text of a photo for screen readers.
     *
     * @param place position in the list, from 1
     * @param total number of photos
     */
    String spoken(int place, int total, String name, String detail) {
        return Stream.concat(
                Stream.of(words.get("photo.place", place, total), place == 1 ? words.get("photo.main") : ""),
                Stream.of(name, detail)).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    String main() {
        return words.get("photo.main");
    }

    String remove() {
        return words.get("photo.remove");
    }
}
