package app.forecourt.photo.folder;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of {@link PhotoFolder}: the pictures that it returns as new. */
class PhotoFolderTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final SettableClock clock = new SettableClock();
    @TempDir
    private Path temporary;
    private Path card;
    private PhotoFolder folder;

    @BeforeEach
    void createFolder() throws IOException {
        card = Files.createDirectory(temporary.resolve("card"));
        restart();
    }

    private void restart() {
        folder = new PhotoFolder(temporary.resolve(PhotoFolder.SEEN_FILE), clock);
    }

    /** Writes a picture that was taken some time ago by the camera's clock. */
    private void write(String name, int size, Duration ago) throws IOException {
        Path file = card.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[size]);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(ago)));
    }

    @Test
    void undoneDismissalIsKept() throws IOException {
        write("1.jpg", 10, HOUR);
        assertEquals(List.of("1.jpg"), offered());
        List<FolderPhoto> photos = folder.look(card);
        folder.markSeen(photos);
        assertEmpty(offered());
        folder.markNew(photos);
        assertEquals(List.of("1.jpg"), look(), "at once, because it is unchanged");
        restart();
        assertEquals(List.of("1.jpg"), offered());
    }

    private List<String> look() {
        return folder.look(card).stream().map(photo -> card.relativize(photo.file()).toString()).toList();
    }

    /** Looks twice, because a picture counts when it is unchanged. */
    private List<String> offered() {
        look();
        return look();
    }

    @Test
    void firstLookOffersThePicturesOfTheLastDay() throws IOException {
        write("old.jpg", 1, HOUR.multipliedBy(25));
        write("recent.jpg", 2, HOUR.multipliedBy(23));
        assertEquals(List.of("recent.jpg"), offered());
    }

    /** A camera without a set clock begins in another year. */
    @ParameterizedTest
    @ValueSource(longs = {-24L * 365 * 3, 24L * 365 * 10})
    void laterPicturesAreNewWhateverTheirTime(long hoursAgo) throws IOException {
        write("old.jpg", 1, HOUR.multipliedBy(25));
        look();
        write("new.jpg", 2, HOUR.multipliedBy(hoursAgo));
        assertEquals(List.of("new.jpg"), offered());
    }

    @Test
    void emptyFolderCountsAsSeen() throws IOException {
        look();
        write("copied.jpg", 1, HOUR.multipliedBy(100));
        assertEquals(List.of("copied.jpg"), offered());
    }

    @Test
    void growingFileWaits() throws IOException {
        write("1.jpg", 10, HOUR);
        assertEmpty(look());
        write("1.jpg", 20, HOUR);
        assertEmpty(look());
        write("1.jpg", 20, Duration.ZERO);
        assertEquals(List.of(), look(), "written again");
        assertEquals(List.of("1.jpg"), look());
    }

    @Test
    void seenPicturesStaySeenAfterRestart() throws IOException {
        write("old.jpg", 1, HOUR.multipliedBy(25));
        write("1.jpg", 2, HOUR);
        write("2.jpg", 3, HOUR);
        look();
        folder.markSeen(folder.look(card).subList(0, 1));
        assertEquals(List.of("2.jpg"), look());
        restart();
        assertEquals(List.of("2.jpg"), offered());
    }

    @Test
    void pictureThatWasMovedOrTouchedIsNotNew() throws IOException {
        write("DCIM/1.jpg", 7, HOUR);
        look();
        folder.markSeen(folder.look(card));
        Files.delete(card.resolve("DCIM/1.jpg"));
        write("2026/november/1.jpg", 7, Duration.ZERO);
        assertEmpty(offered());
        write("1.jpg", 8, HOUR);
        assertEquals(List.of("1.jpg"), offered(), "another picture of this name");
    }

    @Test
    void picturesAreInTheOrderOfTimeThenName() throws IOException {
        write("IMG_10.jpg", 1, HOUR);
        write("IMG_9.jpg", 2, HOUR);
        write("z.jpg", 3, HOUR.multipliedBy(2));
        assertEquals(List.of("z.jpg", "IMG_9.jpg", "IMG_10.jpg"), offered());
    }

    @ParameterizedTest
    @CsvSource({"a.JPG,true", "a.jpeg,true", "a.png,true", "a.WebP,true", "a.gif,true", "a.HEIC,true",
        "a.heif,true", "#1 front é.jpg,true", "$ 5 000.jpg,true", "DCIM/100CANON/a.jpg,true",
        "DCIM/100CANON/more/a.jpg,false",
        "a.mov,false", "a.jpg.part,false", "a.jpg.crdownload,false", "jpg.txt,false", "._a.jpg,false",
        ".thumbnails/a.jpg,false",
        "@eaDir/a.jpg,false", "$RECYCLE.BIN/a.jpg,false"})
    void picturesAreKnownByName(String name, boolean isPicture) throws IOException {
        write(name, 1, HOUR);
        assertEquals(isPicture ? List.of(name) : List.of(), offered());
    }

    @Test
    void emptyFilesAndLinksAreNoPictures() throws IOException {
        write("empty.jpg", 0, HOUR);
        Files.createDirectory(card.resolve("folder.jpg"));
        Files.createSymbolicLink(card.resolve("link.jpg"),
                Files.write(temporary.resolve("a.jpg"), new byte[1]));
        Files.createSymbolicLink(card.resolve("circle"), card);
        assertEmpty(offered());
    }

    @Test
    void linkToFolderIsWatched() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), card);
        write("1.jpg", 1, HOUR);
        folder.look(link);
        assertEquals(link.resolve("1.jpg"), folder.look(link).getFirst().file());
    }

    @Test
    void absentFolderHasNoneAndComesBack() throws IOException {
        Path away = temporary.resolve("away");
        write("1.jpg", 1, HOUR);
        write("old.jpg", 2, HOUR.multipliedBy(48));
        Files.move(card, away);
        assertEmpty(offered());
        assertFalse(Files.exists(temporary.resolve(PhotoFolder.SEEN_FILE)));
        Files.move(away, card);
        assertEquals(List.of("1.jpg"), offered(), "the first look is the first one that finds it");
        Files.move(card, away);
        assertEmpty(look());
        Files.move(away, card);
        assertEquals(List.of(), look(), "unchanged since the look before");
        assertEquals(List.of("1.jpg"), look());
    }

    @Test
    void fileInPlaceOfTheFolderHasNone() throws IOException {
        assertEmpty(folder.look(Files.write(temporary.resolve("file"), new byte[1])));
    }

    @Test
    void tooLargeFolderIsNotWatched() throws IOException {
        write("1.jpg", 1, HOUR);
        write("below/2.jpg", 1, HOUR);
        assertEquals(2, FolderListing.of(card, 3).orElseThrow().size());
        assertEmpty(FolderListing.of(card, 2));
    }

    @Test
    void anotherFolderIsSeenForTheFirstTime() throws IOException {
        write("1.jpg", 1, HOUR);
        look();
        folder.markSeen(folder.look(card));
        card = Files.createDirectory(temporary.resolve("other"));
        write("1.jpg", 1, HOUR);
        write("2.jpg", 2, HOUR);
        write("old.jpg", 3, HOUR.multipliedBy(48));
        assertEquals(List.of("2.jpg"), offered(), "the same picture is known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\u0000\uFFFF", "ffffffffffffffffff\n-1\n"})
    void damagedListCountsAsNone(String text) throws IOException {
        Files.writeString(temporary.resolve(PhotoFolder.SEEN_FILE), text);
        write("1.jpg", 1, HOUR);
        write("old.jpg", 2, HOUR.multipliedBy(48));
        assertEquals(List.of("1.jpg"), offered());
        restart();
        assertEquals(List.of("1.jpg"), offered());
    }

    @Test
    void longListKeepsThePicturesOfTheFolder() {
        var seen = new SeenPhotos(temporary.resolve(PhotoFolder.SEEN_FILE));
        List<FolderPhoto> photos = IntStream.rangeClosed(0, SeenPhotos.MOST)
                .mapToObj(size -> new FolderPhoto(Path.of("1.jpg"), size, Instant.EPOCH)).toList();
        seen.begin(card, photos.subList(1, photos.size()));
        seen.limit(photos.subList(0, 2));
        assertTrue(seen.contains(photos.getLast()), "not too many yet");
        seen.add(photos.subList(0, 1));
        seen.limit(photos.subList(0, 2));
        assertTrue(seen.contains(photos.get(1)));
        assertFalse(seen.contains(photos.getLast()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "DCIM", "../DCIM", "a\u0000b"})
    void onlyAPathFromTheRootIsAFolder(String text) {
        assertEmpty(PhotoFolder.parse(text));
        assertEquals(Optional.of(card), PhotoFolder.parse(" " + card + " "));
    }
}
