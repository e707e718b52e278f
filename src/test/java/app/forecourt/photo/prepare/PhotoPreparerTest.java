package app.forecourt.photo.prepare;

import static app.forecourt.photo.prepare.SamplePictures.jpeg;
import static app.forecourt.photo.prepare.SamplePictures.quarters;
import static app.forecourt.photo.prepare.SamplePictures.withExif;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.photo.upload.PreparedFacts;
import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the disk become photos or errors. */
class PhotoPreparerTest {
    @TempDir
    private Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("photo.jpg"), content);
    }

    private PreparedPhoto prepared(byte[] content) throws IOException {
        return PhotoPreparer.prepare(file(content), List.of());
    }

    private static PreparedFacts facts(Path file) throws PhotoFileException {
        return PreparedFacts.of(PhotoPreparer.prepare(file, List.of()));
    }

    private static void rejected(PhotoFileError error, Path file) {
        PhotoFileException rejected =
                assertThrows(PhotoFileException.class, () -> PhotoPreparer.prepare(file, List.of()));
        assertEquals(error, rejected.error());
    }

    @ParameterizedTest
    @CsvSource({
        "2560,1920,1920,1440",
        "1920,2560,1440,1920",
        "2000,1,1920,1",
        "1920,1080,1920,1080",
        "1919,1000,1919,1000",
        "1921,1081,1920,1080",
        "3,2,3,2",
        "1,1,1,1"
    })
    void longSideIsLimitedAndNeverEnlarged(int width, int height, int wide, int high) throws IOException {
        PreparedPhoto photo = prepared(jpeg(quarters(width, height)));
        assertEquals(List.of(wide, high), List.of(photo.width(), photo.height()));
        var image = SamplePictures.decoded(photo.jpeg());
        assertEquals(List.of(wide, high), List.of(image.getWidth(), image.getHeight()));
    }

    @Test
    void hashIsOfTheContentAndRepeatable() throws Exception {
        byte[] file = withExif(
                jpeg(quarters(640, 480)), new SampleExif(ByteOrder.LITTLE_ENDIAN).taken("2026:11:28 09:10:11", "25"));
        PreparedPhoto photo = prepared(file);
        assertEquals(PreparedFacts.of(photo), PreparedFacts.of(prepared(file)));
        assertArrayEquals(photo.jpeg(), prepared(file).jpeg());
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo.jpeg())), photo.hash());
        assertTrue(photo.hash().matches("[0-9a-f]{64}"));
        assertNotEquals(photo.hash(), prepared(jpeg(quarters(642, 480))).hash());
    }

    @Tag("proof")
    @Test
    void memoryOfLargerPhotoChangesNoLaterOne() throws Exception {
        var sideways = new SampleExif(ByteOrder.BIG_ENDIAN).orientation(6);
        byte[] small = withExif(jpeg(SampleScenes.car(2, 400, 300)), sideways);
        PreparedFacts alone = PreparedFacts.of(SamplePictures.prepared(PhotoPreparer.LONG_SIDE, small, List.of()));
        for (int place = 0; place < 2; place++) {
            prepared(withExif(jpeg(SampleScenes.car(1, 1600, 1200)), sideways));
            assertEquals(alone, PreparedFacts.of(prepared(small)));
            rejected(PhotoFileError.DAMAGED, file(Arrays.copyOf(small, small.length / 2)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026:11:28 09:10:11,25,2026-11-28T09:10:11",
        "0000:00:00 00:00:00,,",
        "2026:02:30 10:00:00,,",
        "'    :  :     :  :  ',,"
    })
    void timeIsOfTheCamera(String time, String fraction, LocalDateTime expected) throws IOException {
        var exif = new SampleExif(ByteOrder.LITTLE_ENDIAN).taken(time, fraction == null ? "" : fraction);
        assertEquals(
                Optional.ofNullable(expected),
                ExifData.of(withExif(jpeg(quarters(64, 48)), exif)).takenAt());
    }

    @Test
    void timeOfChangeIsUsedWithoutTimeTaken() throws IOException {
        var exif = new SampleExif(ByteOrder.BIG_ENDIAN).changed("2026:11:27 08:00:00");
        assertEquals(
                Optional.of(LocalDateTime.of(2026, 11, 27, 8, 0)),
                ExifData.of(withExif(jpeg(quarters(64, 48)), exif)).takenAt());
        assertEmpty(ExifData.of(jpeg(quarters(64, 48))).takenAt());
    }

    /** The color conversions and the compression of a copy leave the fingerprint nearly as it is. */
    @Tag("proof")
    @Test
    void copiesLookAlike() throws IOException {
        PreparedPhoto photo = prepared(jpeg(SampleScenes.car(1, 1600, 1200)));
        PreparedPhoto smaller = SamplePictures.prepared(800, photo.jpeg(), List.of());
        assertNotEquals(photo.hash(), smaller.hash());
        assertTrue(PreparedPhoto.areAlike(photo.fingerprint(), smaller.fingerprint()));
        assertTrue(IntStream.range(2, 30).noneMatch(seed -> {
            try {
                return PreparedPhoto.areAlike(
                        prepared(jpeg(SampleScenes.car(seed, 400, 300))).fingerprint(), photo.fingerprint());
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is a text.",
                "BM6",
                "x",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "....ftypmp42....",
                "RIFF....WAVEfmt ",
                "%PDF-1.7"
            })
    void otherFilesAreNoPictures(String text) throws IOException {
        rejected(PhotoFileError.NOT_A_PICTURE, file(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** A file on a drive that does not answer. */
    @Test
    void fileThatHangsHindersNoOther() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Path hanging =
                (Path) Proxy.newProxyInstance(Path.class.getClassLoader(), new Class<?>[] {Path.class}, (_, _, _) -> {
                    asked.countDown();
                    end.await();
                    throw new UncheckedIOException(new IOException("the drive is away"));
                });
        var hung = new FutureTask<>(() -> PhotoPreparer.prepare(hanging, List.of()));
        Thread.ofVirtual().start(hung);
        asked.await();
        var other = new FutureTask<>(() -> prepared(jpeg(quarters(64, 48))));
        Thread.ofVirtual().start(other);
        try {
            assertEquals(64, LongWait.result(other).width());
        } finally {
            end.countDown();
        }
        assertThrows(ExecutionException.class, hung::get);
    }

    @ParameterizedTest
    @CsvSource({
        "....ftypheic....,HEIC",
        "....ftypheix....,HEIC",
        "....ftypmif1....,HEIC",
        "....ftypavif....,OTHER_FORMAT",
        "8BPS............,OTHER_FORMAT"
    })
    void formatsWithoutDecoderAreNamed(String head, PhotoFileError error) throws IOException {
        rejected(error, file(head.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void tiffAndRareJpegsAreOtherFormats() throws IOException {
        rejected(PhotoFileError.OTHER_FORMAT, file(SamplePictures.encoded("tiff", quarters(8, 8))));
        byte[] arithmetic = jpeg(quarters(8, 8));
        for (int i = 0; i < arithmetic.length - 1; i++) {
            if (arithmetic[i] == (byte) 0xff && arithmetic[i + 1] == (byte) 0xc0) {
                arithmetic[i + 1] = (byte) 0xc9;
            }
        }
        rejected(PhotoFileError.OTHER_FORMAT, file(arithmetic));
    }

    @Test
    void emptyFileFolderAndMissingFile() throws IOException {
        rejected(PhotoFileError.EMPTY, file(new byte[0]));
        rejected(PhotoFileError.NOT_A_PICTURE, folder);
        rejected(PhotoFileError.GONE, folder.resolve("taken-away.jpg"));
        rejected(PhotoFileError.GONE, folder.resolve("taken/away.jpg"));
        rejected(PhotoFileError.GONE, Files.createSymbolicLink(folder.resolve("link.jpg"), folder.resolve("gone")));
    }

    /** The administrator may read everything, so that this test has no such file. */
    @Test
    void failureOfTheDiskIsGoneOrUnreadable() {
        assertEquals(PhotoFileError.UNREADABLE, PhotoFileError.of(new AccessDeniedException("a"), true));
        assertEquals(PhotoFileError.UNREADABLE, PhotoFileError.of(new AccessDeniedException("a"), false));
        assertEquals(PhotoFileError.UNREADABLE, PhotoFileError.of(new IOException("Input/output error"), true));
        assertEquals(PhotoFileError.GONE, PhotoFileError.of(new IOException("Input/output error"), false));
        assertEquals(PhotoFileError.GONE, PhotoFileError.of(new NoSuchFileException("a"), true));
    }

    @Test
    void fileSizeIsLimited() throws IOException {
        Path file = file(jpeg(quarters(64, 48)));
        try (var grown = new RandomAccessFile(file.toFile(), "rw")) {
            grown.setLength(PictureLimits.MOST_FILE_BYTES);
        }
        assertEquals(64, PhotoPreparer.prepare(file, List.of()).width());
        try (var grown = new RandomAccessFile(file.toFile(), "rw")) {
            grown.setLength(PictureLimits.MOST_FILE_BYTES + 1L);
        }
        rejected(PhotoFileError.TOO_LARGE, file);
    }

    @ParameterizedTest
    @CsvSource({"10000,10000", "8000,5001", "20001,1", "1,20001", "50000,50000"})
    void pixelBombIsRefusedByItsHeader(int width, int height) throws IOException {
        rejected(PhotoFileError.TOO_MANY_PIXELS, file(SamplePictures.emptyPng(width, height)));
        rejected(PhotoFileError.TOO_MANY_PIXELS, file(SamplePictures.withSize(jpeg(quarters(8, 8)), width, height)));
    }

    /** Three hundred files are prepared by as many threads, and all results are the same. */
    @Tag("proof")
    @Test
    void manyThreadsGetTheSameResult() throws Exception {
        Path file = file(jpeg(quarters(320, 240)));
        PreparedFacts expected = facts(file);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PreparedFacts>> results = threads.invokeAll(IntStream.range(0, 300)
                    .mapToObj(_ -> (Callable<PreparedFacts>) () -> facts(file))
                    .toList());
            for (Future<PreparedFacts> result : results) {
                assertEquals(expected, result.get());
            }
        }
    }

    @Test
    void anyFileGivesResult() {
        var random = new Random(20261128);
        List<byte[]> wholes = List.of(
                SamplePictures.encoded("png", quarters(60, 40)),
                jpeg(quarters(60, 40)),
                SamplePictures.progressive(quarters(60, 40)),
                SamplePictures.fourComponents(2, 76, 85, 255, 255),
                SamplePictures.encoded("gif", quarters(60, 40)),
                SamplePictures.encoded("bmp", quarters(60, 40)),
                SampleWebp.redBlue(60, 40, new SampleExif(ByteOrder.BIG_ENDIAN).orientation(3)));
        for (byte[] whole : wholes) {
            for (int times = 0; times < Cases.times(50, 300); times++) {
                byte[] file = Arrays.copyOf(whole, times % 3 == 0 ? random.nextInt(whole.length) : whole.length);
                for (int flips = 0; flips <= times % 8 && file.length > 0; flips++) {
                    file[random.nextInt(file.length)] = (byte) random.nextInt(256);
                }
                try {
                    PreparedPhoto photo = SamplePictures.prepared(PhotoPreparer.LONG_SIDE, file, List.of());
                    assertTrue(photo.jpeg().length > 0);
                } catch (PhotoFileException rejected) {
                    assertTrue(
                            Set.of(
                                            PhotoFileError.NOT_A_PICTURE,
                                            PhotoFileError.OTHER_FORMAT,
                                            PhotoFileError.DAMAGED,
                                            PhotoFileError.TOO_MANY_PIXELS)
                                    .contains(rejected.error()),
                            rejected.getMessage());
                }
            }
        }
    }
}
