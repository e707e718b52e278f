package app.forecourt.photo.prepare;

import app.forecourt.file.FileInUseException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** The reason why a file can't be prepared for upload. */
public enum PhotoFileError {
    /** The file is no picture, or a folder. */
    NOT_A_PICTURE,
    /** The file is a HEIC of an iPhone, which can't be decoded here. */
    HEIC,
    /** The picture has another format that can't be decoded here, such as AVIF, TIFF or a rare kind of JPEG. */
    OTHER_FORMAT,
    /** The file has no content. */
    EMPTY,
    /** The file is larger than {@link PictureLimits#MOST_FILE_BYTES}. */
    TOO_LARGE,
    /** The picture exceeds {@link PictureLimits#MOST_PIXELS} or {@link PictureLimits#LONGEST_SIDE}. */
    TOO_MANY_PIXELS,
    /** The picture is a JPEG that takes too long to decode, see {@link PictureLimits#MOST_SCANNED_PIXELS}. */
    TOO_MANY_SCANS,
    /** The picture can't be decoded, or a part of it is missing. */
    DAMAGED,
    /** The file has vanished. */
    GONE,
    /** Another program has the file open. */
    IN_USE,
    /** The file can't be read, for example without permission. */
    UNREADABLE;

    /**
     * Returns the error of a file that could not be read. A card that is taken out while it is read fails in any way.
     *
     * @param exists whether the file is still there
     */
    static PhotoFileError of(IOException failure, boolean exists) {
        if (failure instanceof FileInUseException) {
            return IN_USE;
        }
        return failure instanceof NoSuchFileException || (!exists && !(failure instanceof AccessDeniedException))
                ? GONE
                : UNREADABLE;
    }
}
