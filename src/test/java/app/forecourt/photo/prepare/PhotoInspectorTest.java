package app.forecourt.photo.prepare;

import static app.forecourt.photo.prepare.SamplePictures.filled;
import static app.forecourt.photo.prepare.SamplePictures.plain;
import static app.forecourt.photo.prepare.SampleScenes.blurred;
import static app.forecourt.photo.prepare.SampleScenes.car;
import static app.forecourt.photo.prepare.SampleScenes.lit;
import static app.forecourt.photo.prepare.SampleScenes.noisy;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.testing.Cases;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each remark has photos on either side of its threshold. */
class PhotoInspectorTest {
    private static final int WIDTH = 1_024;
    private static final int HEIGHT = 768;

    private static Set<PhotoRemark> remarks(BufferedImage image) throws PhotoFileException {
        return SamplePictures.prepared(PhotoPreparer.LONG_SIDE, SamplePictures.jpeg(image))
                .remarks();
    }

    static IntStream seeds() {
        return IntStream.range(0, Cases.times(1, 12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void goodPhotosHaveNoRemark(int seed) throws PhotoFileException {
        assertEmpty(remarks(car(seed, WIDTH, HEIGHT)));
        assertEmpty(remarks(noisy(car(seed, WIDTH, HEIGHT), 6, seed)));
    }

    @ParameterizedTest
    @CsvSource({"1024,768,false", "1023,767,true", "640,480,true", "4000,100,false"})
    void smallPhotoIsRemarked(int width, int height, boolean isSmall) throws PhotoFileException {
        assertEquals(isSmall, remarks(car(1, width, height)).contains(PhotoRemark.TOO_SMALL));
    }

    /** A lower limit for the result doesn't make the photo of the user small. */
    @Test
    void sizeOfTheFileCounts() throws PhotoFileException {
        assertEmpty(SamplePictures.prepared(800, SamplePictures.jpeg(car(1, WIDTH, HEIGHT)))
                .remarks());
    }

    @ParameterizedTest
    @CsvSource({"110,111,true", "110,110,false", "111,110,false", "90,120,true"})
    void uprightPhotoIsRemarked(int width, int height, boolean isUpright) throws PhotoFileException {
        assertEquals(isUpright, remarks(car(1, width, height)).contains(PhotoRemark.UPRIGHT));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void darkPhotoIsRemarked(int seed) throws PhotoFileException {
        BufferedImage day = car(seed, WIDTH, HEIGHT);
        assertEquals(Set.of(PhotoRemark.DARK), remarks(lit(day, 0.2f)));
        assertEquals(Set.of(PhotoRemark.DARK), remarks(noisy(lit(day, 0.15f), 3, seed)));
        assertEmpty(remarks(lit(day, 0.4f)));
    }

    /** A black interior with a window. */
    @Test
    void blackInteriorIsNotDark() throws PhotoFileException {
        BufferedImage interior = lit(car(1, WIDTH, HEIGHT), 0.15f);
        assertEmpty(remarks(filled(interior, new Color(0xcfdce6), WIDTH / 2, 0, WIDTH / 3, HEIGHT / 4)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void blurredPhotoIsRemarked(int seed) throws PhotoFileException {
        BufferedImage sharp = car(seed, WIDTH, HEIGHT);
        assertEquals(Set.of(PhotoRemark.BLURRED), remarks(blurred(sharp, 6)));
        assertEquals(Set.of(PhotoRemark.BLURRED), remarks(blurred(sharp, 12)));
        assertEmpty(remarks(blurred(sharp, 1)));
        assertEmpty(remarks(blurred(sharp, 2)));
    }

    /** The background of a studio is plain, and the car in it small. */
    @Test
    void smallSharpThingIsEnough() throws PhotoFileException {
        BufferedImage studio = plain(new Color(0xe4e6e8), WIDTH, HEIGHT);
        assertEquals(Set.of(PhotoRemark.BLURRED), remarks(studio));
        studio.getGraphics().drawImage(car(4, 200, 150), WIDTH / 2, HEIGHT / 2, null);
        assertEmpty(remarks(studio));
    }
}
