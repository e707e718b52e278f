package app.forecourt.photo.prepare;

import static app.forecourt.photo.prepare.PhotoFileError.DAMAGED;
import static app.forecourt.photo.prepare.PhotoFileError.EMPTY;
import static app.forecourt.photo.prepare.PhotoFileError.GONE;
import static app.forecourt.photo.prepare.PhotoFileError.IN_USE;
import static app.forecourt.photo.prepare.PhotoFileError.NOT_A_PICTURE;
import static app.forecourt.photo.prepare.PhotoFileError.OTHER_FORMAT;
import static app.forecourt.photo.prepare.PhotoFileError.TOO_LARGE;
import static app.forecourt.photo.prepare.PhotoFileError.TOO_MANY_PIXELS;
import static app.forecourt.photo.prepare.PhotoFileError.UNREADABLE;
import static app.forecourt.photo.prepare.SamplePictures.jpeg;
import static app.forecourt.photo.prepare.SamplePictures.quarters;
import static app.forecourt.photo.prepare.SamplePictures.withExif;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.file.ExclusiveFile;
import app.forecourt.file.FileInUseException;
import app.forecourt.photo.PreparedPhotoFacts;
import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static PreparedPhotoFacts facts(Path file) throws PhotoFileException {
        return PreparedPhotoFacts.of(PhotoPreparer.prepare(file, List.of()));
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
                jpeg(quarters(640, 480)), new SampleExif(ByteOrder.LITTLE_ENDIAN).taken("2026:11:28 09:10:11"));
        PreparedPhoto photo = prepared(file);
        assertEquals(PreparedPhotoFacts.of(photo), PreparedPhotoFacts.of(prepared(file)));
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo.jpeg())), photo.hash());
        assertNotEquals(photo.hash(), prepared(jpeg(quarters(642, 480))).hash());
    }

    @ProofTest
    void memoryOfLargerPhotoChangesNoLaterOne() throws Exception {
        var sideways = new SampleExif().orientation(6);
        byte[] small = withExif(jpeg(SampleScenes.car(2, 400, 300)), sideways);
        PreparedPhotoFacts alone = PreparedPhotoFacts.of(SamplePictures.prepared(PhotoPreparer.LONG_SIDE, small));
        for (int place = 0; place < 2; place++) {
            prepared(withExif(jpeg(SampleScenes.car(1, 1600, 1200)), sideways));
            assertEquals(alone, PreparedPhotoFacts.of(prepared(small)));
            rejected(DAMAGED, file(Arrays.copyOf(small, small.length / 2)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026:11:28 09:10:11,2026-11-28T09:10:11",
        "0000:00:00 00:00:00,",
        "2026:02:30 10:00:00,",
        "'    :  :     :  :  ',"
    })
    void timeIsOfTheCamera(String time, LocalDateTime expected) {
        var exif = new SampleExif(ByteOrder.LITTLE_ENDIAN).taken(time);
        assertEquals(
                Optional.ofNullable(expected),
                ExifData.of(withExif(jpeg(quarters(64, 48)), exif)).takenAt());
    }

    @Test
    void timeOfChangeIsUsedWithoutTimeTaken() {
        var exif = new SampleExif().changed("2026:11:27 08:00:00");
        assertEquals(
                Optional.of(LocalDateTime.of(2026, 11, 27, 8, 0)),
                ExifData.of(withExif(jpeg(quarters(64, 48)), exif)).takenAt());
        assertEmpty(ExifData.of(jpeg(quarters(64, 48))).takenAt());
    }

    /** The color conversions and the compression of a copy leave the fingerprint nearly as it is. */
    @ProofTest
    void copiesLookAlike() throws IOException {
        PreparedPhoto photo = prepared(jpeg(SampleScenes.car(1, 1600, 1200)));
        PreparedPhoto smaller = SamplePictures.prepared(800, photo.jpeg());
        assertNotEquals(photo.hash(), smaller.hash());
        assertTrue(PreparedPhoto.areAlike(photo.fingerprint(), smaller.fingerprint()));
        for (int seed = 2; seed < 30; seed++) {
            PreparedPhoto other = prepared(jpeg(SampleScenes.car(seed, 400, 300)));
            assertFalse(PreparedPhoto.areAlike(other.fingerprint(), photo.fingerprint()), "seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "This is a text.,NOT_A_PICTURE",
        "BM6,NOT_A_PICTURE",
        "x,NOT_A_PICTURE",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>,NOT_A_PICTURE",
        "....ftypmp42....,NOT_A_PICTURE",
        "RIFF....WAVEfmt,NOT_A_PICTURE",
        "%PDF-1.7,NOT_A_PICTURE",
        "....ftypheic....,HEIC",
        "....ftypheix....,HEIC",
        "....ftypmif1....,HEIC",
        "....ftypavif....,OTHER_FORMAT",
        "8BPS............,OTHER_FORMAT"
    })
    void otherFormatIsNamed(String head, PhotoFileError error) throws IOException {
        rejected(error, file(head.getBytes(StandardCharsets.ISO_8859_1)));
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

    @Test
    void tiffAndRareJpegsAreOtherFormats() throws IOException {
        rejected(OTHER_FORMAT, file(SamplePictures.encoded("tiff", quarters(8, 8))));
        byte[] arithmetic = jpeg(quarters(8, 8));
        for (int i = 0; i < arithmetic.length - 1; i++) {
            if (arithmetic[i] == (byte) 0xff && arithmetic[i + 1] == (byte) 0xc0) {
                arithmetic[i + 1] = (byte) 0xc9;
            }
        }
        rejected(OTHER_FORMAT, file(arithmetic));
    }

    @Test
    void emptyFileFolderAndMissingFile() throws IOException {
        rejected(EMPTY, file(new byte[0]));
        rejected(NOT_A_PICTURE, folder);
        rejected(GONE, folder.resolve("taken-away.jpg"));
        rejected(GONE, folder.resolve("taken/away.jpg"));
        SystemFeature.SYMBOLIC_LINKS.assume();
        rejected(GONE, Files.createSymbolicLink(folder.resolve("link.jpg"), folder.resolve("gone")));
    }

    @Test
    @Needs(SystemFeature.EXCLUSIVE_FILES)
    void fileOpenElsewhereIsInUse() throws Exception {
        Path photo = file(new byte[] {1});
        try (var _ = ExclusiveFile.open(photo)) {
            rejected(IN_USE, photo);
        }
    }

    /** The administrator may read everything, so that this test has no such file. */
    @Test
    void failureOfTheDiskIsGoneOrUnreadable() {
        var refused = new AccessDeniedException("a");
        var broken = new IOException("Input/output error");
        assertEquals(UNREADABLE, PhotoFileError.of(refused, true));
        assertEquals(UNREADABLE, PhotoFileError.of(refused, false));
        assertEquals(UNREADABLE, PhotoFileError.of(broken, true));
        assertEquals(GONE, PhotoFileError.of(broken, false));
        assertEquals(IN_USE, PhotoFileError.of(new FileInUseException(folder, broken), true));
    }

    @Test
    void fileSizeIsLimited() throws IOException {
        Path file = file(jpeg(quarters(64, 48)));
        try (var grown = new RandomAccessFile(file.toFile(), "rw")) {
            grown.setLength(PictureLimits.MOST_FILE_BYTES);
            assertEquals(64, PhotoPreparer.prepare(file, List.of()).width());
            grown.setLength(PictureLimits.MOST_FILE_BYTES + 1L);
        }
        rejected(TOO_LARGE, file);
    }

    @ParameterizedTest
    @CsvSource({"10000,10000", "8000,5001", "20001,1", "1,20001", "50000,50000"})
    void pixelBombIsRefusedByItsHeader(int width, int height) throws IOException {
        rejected(TOO_MANY_PIXELS, file(SamplePictures.emptyPng(width, height)));
        rejected(TOO_MANY_PIXELS, file(SamplePictures.withSize(jpeg(quarters(8, 8)), width, height)));
    }

    /** Three hundred files are prepared by as many threads, and all results are the same. */
    @ProofTest
    void manyThreadsGetTheSameResult() throws Exception {
        Path file = file(jpeg(quarters(320, 240)));
        PreparedPhotoFacts expected = facts(file);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PreparedPhotoFacts>> results = threads.invokeAll(IntStream.range(0, 300)
                    .mapToObj(_ -> (Callable<PreparedPhotoFacts>) () -> facts(file))
                    .toList());
            for (Future<PreparedPhotoFacts> result : results) {
                assertEquals(expected, result.get());
            }
        }
    }

    @Test
    void anyFileGivesResult() {
        var random = new Random(20261128);
        BufferedImage image = quarters(60, 40);
        for (byte[] whole : List.of(
                SamplePictures.encoded("png", image),
                jpeg(image),
                SamplePictures.progressive(image),
                SamplePictures.fourComponents(2, 76, 85, 255, 255),
                SamplePictures.encoded("gif", image),
                SamplePictures.encoded("bmp", image),
                SampleWebp.redBlue(60, 40, new SampleExif().orientation(3)))) {
            for (int times = 0; times < Cases.times(50, 300); times++) {
                byte[] file = Arrays.copyOf(whole, times % 3 == 0 ? random.nextInt(whole.length) : whole.length);
                for (int flips = 0; flips <= times % 8 && file.length > 0; flips++) {
                    file[random.nextInt(file.length)] = (byte) random.nextInt(256);
                }
                try {
                    assertTrue(SamplePictures.prepared(PhotoPreparer.LONG_SIDE, file)
                                    .jpeg()
                                    .length
                            > 0);
                } catch (PhotoFileException rejected) {
                    assertTrue(
                            EnumSet.of(NOT_A_PICTURE, OTHER_FORMAT, DAMAGED, TOO_MANY_PIXELS)
                                    .contains(rejected.error()),
                            rejected.getMessage());
                }
            }
        }
    }
}
