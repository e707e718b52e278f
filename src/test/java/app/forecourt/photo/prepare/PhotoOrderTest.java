package app.forecourt.photo.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos are ordered by time and name. */
class PhotoOrderTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 28, 12, 0);

    private record File(String name, Optional<LocalDateTime> takenAt) {
        File(String name, int seconds) {
            this(name, Optional.of(NOON.plusSeconds(seconds)));
        }

        File(String name) {
            this(name, Optional.empty());
        }
    }

    private static List<String> ordered(List<File> files) {
        return files.stream()
                .sorted(PhotoOrder.by(File::takenAt, File::name))
                .map(File::name)
                .toList();
    }

    @Test
    void timeComesBeforeName() {
        assertEquals(
                List.of("c", "b2", "b10", "a", "x1", "x2"),
                ordered(List.of(
                        new File("x2"),
                        new File("b10", 5),
                        new File("a", 6),
                        new File("x1"),
                        new File("c", 1),
                        new File("b2", 5))));
    }

    @Test
    void fileThatIsNotThereIsLeftOut(@TempDir Path folder) throws IOException {
        Path there = Files.createFile(folder.resolve("b.jpg"));
        assertEquals(List.of(there), PhotoOrder.sort(List.of(folder.resolve("a.jpg"), there)));
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
