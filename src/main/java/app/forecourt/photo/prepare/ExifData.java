package app.forecourt.photo.prepare;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The camera's data in a picture file. Unreadable data are ignored. */
final class ExifData {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final byte[] PREFIX = {'E', 'x', 'i', 'f', 0, 0};

    private final Metadata metadata = new Metadata();

    /** Reads the camera's data of a JPEG, PNG or WebP. */
    static ExifData of(byte[] file) {
        var exif = new ExifData();
        exif.read(PictureFormat.of(file)
                .map(format -> switch (format) {
                    case JPEG -> JpegFile.parse(file).exif();
                    case PNG -> PictureChunks.ofPng(file, "eXIf");
                    case WEBP -> PictureChunks.ofWebp(file, "EXIF");
                    default -> null;
                })
                .orElse(null));
        return exif;
    }

    private void read(byte @Nullable [] tiff) {
        if (tiff == null) {
            return;
        }
        boolean prefixed = Arrays.equals(PREFIX, Arrays.copyOf(tiff, PREFIX.length));
        try {
            new ExifReader()
                    .extract(
                            new ByteArrayReader(prefixed ? Arrays.copyOfRange(tiff, PREFIX.length, tiff.length) : tiff),
                            metadata);
        } catch (RuntimeException unreadable) {
            // The library may throw any kind of RuntimeException at damaged data. The tags before them are kept.
        }
    }

    <T extends Directory> Stream<T> directories(Class<T> type) {
        return metadata.getDirectoriesOfType(type).stream();
    }

    /** Returns the second in which the picture was taken, by the camera's clock. */
    Optional<LocalDateTime> takenAt() {
        return time(ExifSubIFDDirectory.class, ExifDirectoryBase.TAG_DATETIME_ORIGINAL)
                .or(() -> time(ExifSubIFDDirectory.class, ExifDirectoryBase.TAG_DATETIME_DIGITIZED))
                .or(() -> time(ExifIFD0Directory.class, ExifDirectoryBase.TAG_DATETIME));
    }

    private Optional<LocalDateTime> time(Class<? extends Directory> type, int tag) {
        return directories(type)
                .map(directory -> directory.getString(tag))
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(ExifData::time);
    }

    /** A camera without a set clock writes zeros or spaces. */
    private static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip(), TIME));
        } catch (DateTimeException notSet) {
            return Optional.empty();
        }
    }
}
