package app.forecourt.journey.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.journey.WindowTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/** Once round the window with Tab: in the order in which it is read, and always seen where the focus is. */
class TabOrderJourneyTest extends WindowTest {
    /** So many pixels at least are other with the focus than without, by 3:1 (WCAG 2.2, 1.4.11). */
    private static final int SEEN = 60;
    private static final double APART = 3;
    /** Pixels around a control in which its focus may show. */
    private static final double AROUND = 4;
    private static final int FAR = 200;

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyStopIsSeenAndComesInItsOrder(String theme) throws Exception {
        untilReady();
        theme(theme);
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        untilFocused("licensePlate");
        List<String> stops = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        do {
            stops.add(focused());
            look(unseen);
            robot.push(KeyCode.TAB);
        } while (!focused().equals("licensePlate") && stops.size() < FAR);
        assertEquals(List.of(), unseen);
        // The tax it is reckoned from is asked in the Netherlands only; restBpm stands there by the country.
        List<String> fields = Stream.of(CarField.values()).filter(field -> field.kind() != FieldType.OPTIONS)
                .map(CarField::apiName).filter(stops::contains).toList();
        assertTrue(fields.size() >= 28, fields.toString());
        List<String> all = new ArrayList<>(fields);
        all.addAll(List.of("optionSearch", "options", "pasteList", "send", "profile-practice", "settings",
                "newCar", "menu", "stockSearch", "stockFilter", "stock"));
        assertEquals(all, stops);

        for (String stop : all.reversed()) {
            robot.push(KeyCode.SHIFT, KeyCode.TAB);
            assertEquals(stop, focused(), "the same way back");
        }
    }

    /** Takes the focus away for a moment, and compares. */
    private void look(List<String> unseen) {
        Node node = WaitForAsyncUtils.waitForAsyncFx(5000, () -> scene().getFocusOwner());
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage with = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene().snapshot(null));
        Bounds bounds = WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            Bounds in = node.localToScene(node.getLayoutBounds());
            scene().getRoot().requestFocus();
            return in;
        });
        WritableImage without = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene().snapshot(null));
        WaitForAsyncUtils.waitForAsyncFx(5000, node::requestFocus);
        WaitForAsyncUtils.waitForFxEvents();
        if (!new BoundingBox(0, 0, with.getWidth(), with.getHeight()).contains(bounds)) {
            unseen.add(node.getId() + " is out of sight");
        } else {
            int other = other(with, without, bounds);
            if (other < SEEN) {
                unseen.add(node.getId() + ": " + other);
            }
        }
    }

    private static int other(WritableImage one, WritableImage two, Bounds bounds) {
        int other = 0;
        for (int y = (int) Math.max(0, bounds.getMinY() - AROUND); y < Math.min(one.getHeight(),
                bounds.getMaxY() + AROUND); y++) {
            for (int x = (int) Math.max(0, bounds.getMinX() - AROUND); x < Math.min(one.getWidth(),
                    bounds.getMaxX() + AROUND); x++) {
                if (contrast(one.getPixelReader().getColor(x, y),
                        two.getPixelReader().getColor(x, y)) >= APART) {
                    other++;
                }
            }
        }
        return other;
    }

    private static double contrast(Color one, Color two) {
        double bright = Math.max(luminance(one), luminance(two));
        double dark = Math.min(luminance(one), luminance(two));
        return (bright + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
