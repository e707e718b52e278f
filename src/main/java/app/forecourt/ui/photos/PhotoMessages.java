package app.forecourt.ui.photos;

import app.forecourt.car.CarField;
import app.forecourt.car.MostMissedAdvertFields;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.model.form.PhotoList;
import app.forecourt.model.photos.FormPhotoLines;
import app.forecourt.model.photos.PhotoListEntry;
import app.forecourt.model.photos.PhotoStatus;
import app.forecourt.photo.PhotoError;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadFailure;
import app.forecourt.ui.photos.PhotoPictureState.Failed;
import app.forecourt.ui.photos.PhotoPictureState.Fetching;
import app.forecourt.ui.photos.PhotoPictureState.Loaded;
import app.forecourt.ui.photos.PhotoPictureState.NotRequested;
import app.forecourt.ui.photos.PhotoPreviews.PauseReason;
import app.forecourt.ui.words.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The messages of the photo list. */
final class PhotoMessages {
    /** The end of a sentence that another one follows. French has a space before the colon. */
    private static final Pattern END = Pattern.compile("\\h*[.:?!]\\h.*", Pattern.DOTALL);

    private final Messages messages;

    PhotoMessages(Messages messages) {
        this.messages = messages;
    }

    /**
     * Returns the number of photos; empty if there are none.
     *
     * @param advise true to add the recommended number
     */
    String count(int photos, boolean advise) {
        if (photos == 0) {
            return "";
        }
        String count = messages.get("photo.count", photos);
        return advise
                ? messages.get(
                        "photo.count.advice",
                        count,
                        MostMissedAdvertFields.GOOD_PHOTOS,
                        MostMissedAdvertFields.BEST_PHOTOS)
                : count;
    }

    /** Returns a message about a number of photos; empty if there are none. */
    String counted(String key, long photos) {
        return photos == 0 ? "" : messages.get(key, photos);
    }

    /** Returns a text without placeholders. */
    String get(String key) {
        return messages.get(key);
    }

    /** Returns the result of adding photos; empty if all were added, because the user sees them. */
    String added(PhotoList.Addition added) {
        if (added.count() + added.alreadyPresent() == 0) {
            return messages.get("photo.none_found");
        }
        return added.alreadyPresent() == 0 ? "" : messages.get("photo.already", added.count(), added.alreadyPresent());
    }

    /** Returns the number of files that the car did not get, and why. */
    String lost(FormPhotoLines.Lost lost) {
        return messages.get(
                "photo." + Messages.key(lost.reason()),
                lost.files(),
                CarField.IMAGES.limits().range().max());
    }

    /** Returns why no photos are fetched; empty if they are fetched. */
    String pauseReason(PauseReason reason) {
        return reason == PauseReason.NONE ? "" : messages.get("photo.rest." + Messages.key(reason));
    }

    /** Returns the name of the chosen file, or else of the address. */
    String name(String line, PhotoListEntry state) {
        return state.source()
                .map(PhotoUpload::name)
                .orElseGet(() -> PhotoPlaceholder.isPlaceholder(line) ? messages.get("photo.elsewhere") : name(line));
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
    String detail(String address, PhotoPictureState preview) {
        String host = PhotoFetch.host(address);
        return switch (preview) {
            case NotRequested _ -> host;
            case Fetching _ -> messages.get("photo.fetching", host);
            case Loaded(var image, int width, int height) -> messages.get("photo.seen", width, height, host);
            case Failed(var error, int status) ->
                redirect(address, error)
                        .orElseGet(() -> messages.get("photo.fault." + Messages.key(error), host, status));
        };
    }

    /** Returns the state of a photo in few words, for a place with little room. */
    String shortState(String line, PhotoListEntry state, PhotoPictureState preview) {
        boolean isWeak =
                state.isWeak() && !state.status().needsUser() && !state.status().isOnItsWay();
        return (isWeak ? remarks(state) : now(line, state, preview).limit(1))
                .map(PhotoMessages::firstSentence)
                .collect(Collectors.joining(", "));
    }

    /** Returns a text up to the end of its first sentence or its first colon. */
    static String firstSentence(String words) {
        return END.matcher(words).replaceFirst("");
    }

    /** Returns all that is known about the state of a photo. */
    String fullState(String line, PhotoListEntry state, PhotoPictureState preview) {
        int covered = state.source().map(PhotoUpload::covered).map(List::size).orElse(0);
        return Stream.of(now(line, state, preview), remarks(state), Stream.of(counted("photo.covered", covered)))
                .flatMap(texts -> texts)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("  ·  "));
    }

    /** Returns why the last try failed, and what happens now. */
    private Stream<String> now(String line, PhotoListEntry state, PhotoPictureState preview) {
        return state.status() == PhotoStatus.ADDRESS
                ? Stream.of(detail(line, preview))
                : Stream.concat(
                        state.source().flatMap(PhotoUpload::failure).map(this::failure).stream(),
                        Stream.of(state.status())
                                .filter(status -> !status.needsUser())
                                .map(status -> messages.get("photo.state." + Messages.key(status))));
    }

    /** Returns the words for a failure. */
    String failure(PhotoUploadFailure failure) {
        String step = "photo.failure." + Messages.key(failure.step());
        String reason = "." + failure.reason().toLowerCase(Locale.ROOT);
        return messages.find(step + reason)
                .or(() -> messages.find("photo.failure" + reason))
                .orElseGet(() -> messages.get(step, failure.reason()));
    }

    /** Returns what could be better in a photo. */
    private Stream<String> remarks(PhotoListEntry state) {
        return Stream.concat(
                state.sameAs().stream().mapToObj(at -> messages.get("photo.twice", at + 1)),
                state.remarks().stream().sorted().map(remark -> messages.get("photo.advice." + Messages.key(remark))));
    }

    /** Returns the message that the target of a redirect has an error that the photo's own address does not have. */
    private Optional<String> redirect(String address, PhotoError error) {
        return messages.find("photo.redirect." + Messages.key(error))
                .filter(_ -> !PhotoFetch.addressError(address).equals(Optional.of(error)));
    }

    /**
     * Returns the text of a photo for screen readers.
     *
     * @param place position in the list, from 1
     * @param total number of photos
     */
    String accessibleText(int place, int total, String name, String detail) {
        return Stream.concat(
                        Stream.of(
                                messages.get("photo.place", place, total),
                                place == 1 ? messages.get("photo.main") : ""),
                        Stream.of(name, detail))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
