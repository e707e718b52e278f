package app.forecourt.photo.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pictures in a folder and in two levels of folders below it, as {@code DCIM/100CANON} on a camera's card. */
final class FolderListing {
    /** Files and folders that a look passes at most. */
    static final int MOST_ENTRIES = 50_000;
    private static final int LEVELS = 2;
    /** Also what macOS writes beside each file of a card: {@code ._1.JPG}. */
    private static final String HIDDEN = ".";
    /** Beginnings of the names of folders with thumbnails or deleted files, as {@code @eaDir} and {@code #recycle}. */
    private static final String NO_PHOTOS = "@#$";

    private final int mostEntries;
    private final List<FolderPhoto> photos = new ArrayList<>();
    private int entries;

    private FolderListing(int mostEntries) {
        this.mostEntries = mostEntries;
    }

    /** Returns the pictures of a folder; empty if it is not there, can't be read, or has too many entries. */
    static Optional<List<FolderPhoto>> of(Path folder) {
        return of(folder, MOST_ENTRIES);
    }

    static Optional<List<FolderPhoto>> of(Path folder, int mostEntries) {
        var listing = new FolderListing(mostEntries);
        try {
            listing.list(folder, LEVELS);
        } catch (IOException absent) {
            return Optional.empty();
        }
        return Optional.of(listing.photos).filter(_ -> listing.entries <= mostEntries);
    }

    private void list(Path folder, int levels) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            for (Path entry : found) {
                if (++entries > mostEntries) {
                    return;
                }
                add(entry, levels);
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
    }

    private void add(Path entry, int levels) throws IOException {
        String name = String.valueOf(entry.getFileName());
        boolean isPicture = PhotoFolder.FILE_TYPES
                .contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        // Anything else on the last level needs no look at its attributes, which is slow on a network drive.
        if ((!isPicture && levels == 0) || name.startsWith(HIDDEN)) {
            return;
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                listBelow(entry, name, levels);
            } else if (isPicture && attributes.isRegularFile() && attributes.size() > 0) {
                photos.add(
                        new FolderPhoto(entry, attributes.size(), attributes.lastModifiedTime().toInstant()));
            }
        } catch (AccessDeniedException | NoSuchFileException | NotDirectoryException goneOrClosed) {
            // The others can be offered all the same.
        }
    }

    private void listBelow(Path folder, String name, int levels) throws IOException {
        if (levels > 0 && NO_PHOTOS.indexOf(name.charAt(0)) < 0) {
            list(folder, levels - 1);
        }
    }
}
