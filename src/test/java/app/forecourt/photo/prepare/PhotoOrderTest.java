package app.forecourt.photo.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos are ordered by time and name. */
class PhotoOrderTest {
    @TempDir
    private Path folder;

    /** @param second second of the time in the camera's data; empty for none */
    private Path file(String name, String second) throws IOException {
        SampleExif exif = new SampleExif().taken("2026:11:28 12:00:" + second);
        return Files.write(
                folder.resolve(name),
                SamplePictures.withExif(SamplePictures.jpeg(SamplePictures.quarters(8, 8)), exif));
    }

    @Test
    void timeComesBeforeNameAndMissingFileIsLeftOut() throws IOException {
        List<Path> sorted = PhotoOrder.sort(List.of(
                file("x2", ""),
                file("b10", "05"),
                file("a", "06"),
                folder.resolve("gone"),
                file("x1", ""),
                file("c", "01"),
                file("b2", "05")));
        assertEquals(
                List.of("c", "b2", "b10", "a", "x1", "x2"),
                sorted.stream().map(PhotoOrder::fileName).toList());
    }

    @Test
    void numbersAreOrderedByValue() {
        List<String> expected = List.of(
                "car.jpg",
                "IMG_2.JPG",
                "img_2b.jpg",
                "IMG_10.jpg",
                "img_010b.jpg",
                "IMG_99999999999999999998.jpg",
                "IMG_99999999999999999999.jpg",
                "img_a.jpg",
                "left 1 a 2",
                "left 1 a 10",
                "left 2 a 1");
        for (int seed = 0; seed < 20; seed++) {
            List<String> names = new ArrayList<>(expected);
            Collections.shuffle(names, new Random(seed));
            names.sort(PhotoOrder.NATURAL_NAME);
            assertEquals(expected, names);
        }
    }

    @Test
    void namesThatDifferInCaseOrZerosHaveAnOrder() {
        assertTrue(PhotoOrder.NATURAL_NAME.compare("a1", "A1") != 0);
        assertTrue(PhotoOrder.NATURAL_NAME.compare("a01", "a1") != 0);
        assertEquals(0, PhotoOrder.NATURAL_NAME.compare("a01", "a01"));
    }

    /** A sort may fail with an order that contradicts itself. */
    @Property(seed = "20261201")
    void orderDoesNotContradictItself(
            @ForAll @StringLength(max = 5) @CharRange(from = '0', to = '2') String a,
            @ForAll @StringLength(max = 5) @CharRange(from = '/', to = '2') String b,
            @ForAll @StringLength(max = 5) @CharRange(from = '/', to = '1') String c) {
        int ab = Integer.signum(PhotoOrder.NATURAL_NAME.compare(a, b));
        int bc = Integer.signum(PhotoOrder.NATURAL_NAME.compare(b, c));
        assertEquals(-ab, Integer.signum(PhotoOrder.NATURAL_NAME.compare(b, a)));
        if (ab == bc) {
            assertEquals(ab, Integer.signum(PhotoOrder.NATURAL_NAME.compare(a, c)));
        }
    }
}
