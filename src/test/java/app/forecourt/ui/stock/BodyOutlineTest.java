package app.forecourt.ui.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.shape.SVGPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The outlines of the body types. */
class BodyOutlineTest {
    @Test
    void eachBodyTypeHasAnOutline() {
        assertEquals(Set.copyOf(Vocabulary.bundled().words(CarField.BODY_TYPE)), Stream
                .of(BodyOutline.values()).map(BodyOutline::word).collect(Collectors.toUnmodifiableSet()));
        assertEquals(List.of(BodyOutline.values()).size(),
                Stream.of(BodyOutline.values()).map(BodyOutline::path).distinct().count());
    }

    @ParameterizedTest
    @CsvSource({"suv, SUV", "Kombi, ESTATE", "Bestelwagen, VAN", "'', OTHER", "spaceship, OTHER"})
    void typedBodyTypeIsUnderstood(String typed, BodyOutline outline) {
        assertEquals(outline, BodyOutline.of(typed, Vocabulary.bundled()));
    }

    /** A path that JavaFX can't read is empty, and one that is too large would leave the picture. */
    @ParameterizedTest
    @EnumSource
    void pathIsReadableAndFits(BodyOutline outline) {
        var path = new SVGPath();
        path.setContent(outline.path());
        Bounds bounds = path.getLayoutBounds();
        assertTrue(bounds.getWidth() >= 28 && bounds.getHeight() >= 15, bounds.toString());
        assertTrue(bounds.getMinX() >= 0 && bounds.getMaxX() <= BodyOutline.WIDTH && bounds.getMinY() >= 0
                && bounds.getMaxY() <= BodyOutline.HEIGHT, bounds.toString());
    }
}
