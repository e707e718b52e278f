package app.forecourt.model.photos;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.model.form.PhotoList;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.settings.Profile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The addresses that AutoChat gets for the lines of a car's photos, and the way back from them. */
public final class PhotoAddressResolver {
    /** The host of photos in Practice. It is this computer, because photos of Practice never leave it. */
    private static final String PRACTICE_ROOT = "https://localhost/photos/";

    private final PhotoUploadsModel uploads;

    PhotoAddressResolver(PhotoUploadsModel uploads) {
        this.uploads = uploads;
    }

    /** Returns a draft with one line for each picture of this computer, whatever addresses it has got. */
    public CarDraft byReference(CarDraft draft) {
        return withLines(
                draft,
                line -> uploads.source(line)
                        .map(photo -> photo.prepared()
                                .flatMap(facts -> uploads.source(facts.hash() + PhotoUploadsModel.FILE_TYPE))
                                .orElse(photo))
                        .map(photo -> PhotoPlaceholder.of(photo.id()))
                        .or(() -> Optional.of(line)));
    }

    private static CarDraft withLines(CarDraft draft, Function<String, Optional<String>> line) {
        return draft.with(
                CarField.IMAGES,
                PhotoList.addresses(draft.text(CarField.IMAGES))
                        .flatMap(photo -> line.apply(photo).stream())
                        .distinct()
                        .collect(Collectors.joining("\n")));
    }

    /**
     * Returns the address that AutoChat gets for a line: the line itself if it is an address, else that of the photo. A
     * photo in Practice has an address that only shows what it would look like.
     *
     * @return empty if the photo has no address yet
     */
    public Optional<String> address(String line, Profile profile) {
        if (!PhotoPlaceholder.isPlaceholder(line)) {
            return Optional.of(line);
        }
        return uploads.photo(line)
                .flatMap(photo -> photo.address()
                        .or(() -> photo.path()
                                .filter(_ -> profile == Profile.PRACTICE)
                                .map(PRACTICE_ROOT::concat)));
    }

    /** Returns whether the photo of a line goes on by itself. */
    public boolean isUnderWay(String line) {
        return uploads.photo(line).filter(photo -> photo.state().isUnderWay()).isPresent();
    }

    /** Returns the lines of a car that have no address for a profile, in order. */
    public List<String> withoutAddress(CarDraft draft, Profile profile) {
        return PhotoList.addresses(draft.text(CarField.IMAGES))
                .filter(line -> address(line, profile).isEmpty())
                .toList();
    }

    /** Returns a draft with the addresses of its photos. Leaves out photos without an address. */
    public CarDraft resolve(CarDraft draft, Profile profile) {
        if (PhotoList.addresses(draft.text(CarField.IMAGES)).noneMatch(PhotoPlaceholder::isPlaceholder)) {
            return draft;
        }
        return withLines(draft, line -> address(line, profile));
    }

    /** Returns a draft that was sent in Practice without its addresses, which would reach nobody. */
    public CarDraft unresolve(CarDraft sent) {
        if (!sent.text(CarField.IMAGES).contains(PRACTICE_ROOT)) {
            return sent;
        }
        return withLines(
                sent,
                line -> uploads.photos().values().stream()
                        .filter(photo -> photo.path()
                                .filter(path -> line.equals(PRACTICE_ROOT + path))
                                .isPresent())
                        .min(Comparator.comparing(PhotoUpload::state))
                        .map(photo -> photo.address().orElseGet(() -> PhotoPlaceholder.of(photo.id())))
                        .or(() -> Optional.of(line)));
    }
}
