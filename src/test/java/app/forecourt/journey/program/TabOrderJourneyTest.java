package app.forecourt.journey.program;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static javafx.scene.input.KeyCode.N;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import app.forecourt.testing.Cases;
import app.forecourt.testing.UnpaintedWindows;
import app.forecourt.ui.fx.StyleSheetColours;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tab order of the whole window, with a visible focus on each control. */
class TabOrderJourneyTest extends WindowTest {
    /** Least number of pixels that must differ with and without focus, by a contrast of 3:1 (WCAG 2.2, 1.4.11). */
    private static final int LEAST_PIXELS = 60;

    private static final double LEAST_CONTRAST = 3;
    /** Margin in pixels around a control in which its focus may be visible. */
    private static final double MARGIN = 4;

    private static final int MOST_STOPS = 200;

    static List<String> themes() {
        return Cases.areAll() ? List.of("light", "dark") : List.of("light");
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyTabStopIsVisibleAndInOrder(String theme) throws Exception {
        untilReady();
        chooseTheme(theme);
        press(SHORTCUT, N);
        untilFocused("licensePlate");
        List<String> stops = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        do {
            stops.add(focusedId());
            checkFocusVisible(unseen);
            press(TAB);
        } while (!focusedId().equals("licensePlate") && stops.size() < MOST_STOPS);
        assertEmpty(unseen);
        // Fields of the Dutch tax, such as restBpm, are shown only in the Netherlands.
        List<String> fields = Stream.of(CarField.values())
                .filter(field -> field.type() != FieldType.OPTIONS)
                .map(CarField::apiName)
                .filter(stops::contains)
                .toList();
        assertTrue(fields.size() >= 28, fields.toString());
        List<String> all = new ArrayList<>(fields);
        all.add(all.indexOf("images"), "choosePhotos");
        all.addAll(List.of(
                "firstTry",
                "firstImport",
                "firstConnect",
                "optionSearch",
                "options",
                "pasteList",
                "send",
                "profile-practice",
                "settings",
                "newCar",
                "menu",
                "stockSearch",
                "stockFilter",
                "stockOrder",
                "stock"));
        assertEquals(all, stops);

        for (String stop : all.reversed()) {
            press(SHIFT, TAB);
            assertFocused(stop, "the same way back");
        }
    }

    /** Compares the focused control and its margin with and without the focus. */
    private void checkFocusVisible(List<String> unseen) {
        Node node = onFxThread(() -> scene().getFocusOwner());
        Await.untilIdle();
        Bounds bounds = onFxThread(() -> node.localToScene(node.getLayoutBounds()));
        if (!new BoundingBox(0, 0, scene().getWidth(), scene().getHeight()).contains(bounds)) {
            unseen.add(node.getId() + " is out of sight");
            return;
        }
        WritableImage with = onFxThread(() -> pictureAround(bounds));
        onFxThread(() -> scene().getRoot().requestFocus());
        WritableImage without = onFxThread(() -> pictureAround(bounds));
        onFxThread(node::requestFocus);
        Await.untilIdle();
        int pixels = differentPixels(with, without);
        if (pixels < LEAST_PIXELS) {
            unseen.add(node.getId() + ": " + pixels);
        }
    }

    /** Returns a picture of a part of the scene, because one of the whole scene takes most of this test's time. */
    private WritableImage pictureAround(Bounds bounds) {
        var part = new SnapshotParameters();
        part.setViewport(new Rectangle2D(
                Math.max(0, bounds.getMinX() - MARGIN),
                Math.max(0, bounds.getMinY() - MARGIN),
                bounds.getWidth() + 2 * MARGIN,
                bounds.getHeight() + 2 * MARGIN));
        return UnpaintedWindows.paint(() -> scene().getRoot().snapshot(part, null));
    }

    private static int differentPixels(WritableImage first, WritableImage second) {
        int pixels = 0;
        for (int y = 0; y < first.getHeight(); y++) {
            for (int x = 0; x < first.getWidth(); x++) {
                if (StyleSheetColours.contrast(
                                first.getPixelReader().getColor(x, y),
                                second.getPixelReader().getColor(x, y))
                        >= LEAST_CONTRAST) {
                    pixels++;
                }
            }
        }
        return pixels;
    }
}
