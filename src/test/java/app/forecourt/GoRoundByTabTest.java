package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.car.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Once round the window with Tab: in the order in which it is read, and always seen where the focus is. */
class GoRoundByTabTest extends WindowTest {
    /** So many pixels at least are other with the focus than without, by 3:1 (WCAG 2.2, 1.4.11). */
    private static final int SEEN = 60;
    private static final double APART = 3;
    /** Pixels around a control in which its focus may show. */
    private static final double AROUND = 4;
    private static final int PICTURES = 40;
    private static final int FAR = 200;

    @Test
    void everyStopIsSeenAndComesInItsOrder() throws Exception {
        untilReady();
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        assertEquals("licensePlate", focused());
        List<String> stops = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        do {
            stops.add(focused());
            look("light", unseen);
            robot.push(KeyCode.TAB);
        } while (!focused().equals("licensePlate") && stops.size() < FAR);
        assertEquals(List.of(), unseen);
        // The tax it is reckoned from is asked in the Netherlands only; restBpm stands there by the country.
        List<String> fields = Stream.of(CarField.values()).filter(field -> field.kind() != Kind.OPTIONS)
                .map(CarField::apiName).filter(stops::contains).toList();
        assertTrue(fields.size() >= 28, fields.toString());
        List<String> all = new ArrayList<>(fields);
        all.addAll(List.of("optionSearch", "options", "pasteList", "send", "profile-practice", "settings",
                "newCar", "menu", "stockSearch", "stockFilter", "stock"));
        assertEquals(all, stops);

        // The order is no matter of the theme, so the way back is gone in the other one.
        goDark();
        assertEquals("licensePlate", focused());
        for (String stop : all.reversed()) {
            robot.push(KeyCode.SHIFT, KeyCode.TAB);
            assertEquals(stop, focused(), "the same way back");
            look("dark", unseen);
        }
        assertEquals(List.of(), unseen);
    }

    /** The form may only just be scrolling to it, so a picture that does not show the focus is taken once more. */
    private void look(String theme, List<String> unseen) {
        Node node = WaitForAsyncUtils.waitForAsyncFx(5000, () -> scene().getFocusOwner());
        int other = 0;
        for (int picture = 0; picture < PICTURES && other < SEEN; picture++) {
            other = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> other(node));
            WaitForAsyncUtils.waitForFxEvents(1);
        }
        if (other < SEEN) {
            unseen.add(node.getId() + " in " + theme + ": " + other);
        }
    }

    /** Takes the focus away for a moment, and compares what is around it; what is out of sight is never other. */
    private static int other(Node node) {
        Parent root = node.getScene().getRoot();
        root.applyCss();
        root.layout();
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        if (!root.getLayoutBounds().contains(bounds)) {
            return 0;
        }
        WritableImage with = around(root, bounds);
        root.requestFocus();
        WritableImage without = around(root, bounds);
        node.requestFocus();
        return other(with, without);
    }

    private static WritableImage around(Parent root, Bounds bounds) {
        SnapshotParameters there = new SnapshotParameters();
        there.setViewport(new Rectangle2D(bounds.getMinX() - AROUND, bounds.getMinY() - AROUND,
                bounds.getWidth() + 2 * AROUND, bounds.getHeight() + 2 * AROUND));
        return root.snapshot(there, null);
    }

    private static int other(WritableImage one, WritableImage two) {
        int other = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
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
