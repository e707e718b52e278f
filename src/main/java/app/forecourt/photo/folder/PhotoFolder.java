package app.forecourt.photo.folder;

import app.forecourt.photo.prepare.PhotoOrder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder into which new pictures come, as a camera's card or a cloud drive. A picture is new until the user adds or
 * dismisses it. In a folder that is seen for the first time, only the pictures of the last day are new. After that no
 * time counts, because the clock of a camera may be wrong. All methods block on the disk.
 */
public final class PhotoFolder {
    /** The types of picture files, as their names end. HEIC files are refused with a reason when they are added. */
    public static final List<String> FILE_TYPES = List.of("jpg", "jpeg", "png", "webp", "gif", "heic",
            "heif");

    /** The name of the file in the home that keeps which pictures the user has added or dismissed. */
    public static final String SEEN_FILE = "seen-photos.txt";

    private static final Duration RECENT = Duration.ofDays(1);
    private static final Comparator<FolderPhoto> ORDER = Comparator.comparing(FolderPhoto::modifiedAt)
            .thenComparing(FolderPhoto::name, PhotoOrder.NATURAL_NAME);

    private final SeenPhotos seen;
    private final Clock clock;
    /** The pictures of the last look. */
    private Set<FolderPhoto> last = Set.of();

    /** @param seen the file that keeps which pictures the user has added or dismissed; it need not exist yet */
    public PhotoFolder(Path seen, Clock clock) {
        this.seen = new SeenPhotos(seen);
        this.clock = clock;
    }

    /** Returns the folder that the user has typed; empty if it is blank, no path, or no path from the root. */
    public static Optional<Path> parse(String text) {
        try {
            return Optional.of(text.strip()).filter(typed -> !typed.isEmpty()).map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /**
     * Returns the new pictures of a folder, the oldest first. A picture counts from the second look on that finds it
     * unchanged, because it may still be on its way into the folder. A folder that is not there has none.
     */
    public synchronized List<FolderPhoto> look(Path folder) {
        Optional<List<FolderPhoto>> listing = FolderListing.of(folder);
        listing.ifPresent(found -> begin(folder, found));
        List<FolderPhoto> unseen = listing.stream().flatMap(List::stream)
                .filter(photo -> !seen.contains(photo)).toList();
        List<FolderPhoto> unchanged = unseen.stream().filter(last::contains).sorted(ORDER).toList();
        last = Set.copyOf(unseen);
        return unchanged;
    }

    private void begin(Path folder, List<FolderPhoto> found) {
        if (!seen.isOf(folder)) {
            Instant recent = clock.instant().minus(RECENT);
            seen.begin(folder, found.stream().filter(photo -> photo.modifiedAt().isBefore(recent)).toList());
        }
        seen.limit(found);
    }

    /** Remembers that the user has added or dismissed pictures. */
    public synchronized void markSeen(Collection<FolderPhoto> photos) {
        seen.add(photos);
    }

    /** Forgets that the user has dismissed pictures. The next look returns them. */
    public synchronized void markNew(Collection<FolderPhoto> photos) {
        seen.remove(photos);
        last = Stream.concat(last.stream(), photos.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
