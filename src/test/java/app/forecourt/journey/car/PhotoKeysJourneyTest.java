package app.forecourt.journey.car;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.ALT;
import static javafx.scene.input.KeyCode.B;
import static javafx.scene.input.KeyCode.C;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCode.V;
import static javafx.scene.input.KeyCode.Z;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.WindowTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The photo list by keyboard only: photos are pasted, reordered, removed, restored and sent in their order. */
class PhotoKeysJourneyTest extends WindowTest {
    private static final String A = "https://photos.example/golf/front.jpg";
    private static final String B = "https://photos.example/golf/back.jpg";
    private static final String C = "https://photos.example/golf/seats.jpg";

    private void copied(Map<DataFormat, Object> content) {
        onFxThread(() -> Clipboard.getSystemClipboard().setContent(content));
    }

    /** Returns the names of the photos in the grid. */
    private List<String> photos() {
        return robot.lookup(".photo-name").<Label>queryAll().stream()
                .map(Label::getText)
                .toList();
    }

    private static List<String> names(String... addresses) {
        return List.of(addresses).stream()
                .map(address -> address.substring(address.lastIndexOf('/') + 1))
                .toList();
    }

    private int selectedIndex() {
        List<Node> tiles = List.copyOf(robot.lookup(".photo-tile").queryAll());
        return IntStream.range(0, tiles.size())
                .filter(tile -> tiles.get(tile).getPseudoClassStates().contains(PseudoClass.getPseudoClass("selected")))
                .findFirst()
                .orElse(-1);
    }

    @Tag("proof")
    @Test
    void photosArePastedReorderedRemovedAndSent() throws Exception {
        untilReady();
        focus("brand");
        write("volkswagen");
        press(TAB);
        write("golf");
        focus("licensePlate");
        write("xf100f");
        focus("salesPrice");
        write("12500");
        focus("tags");
        press(TAB);
        assertEquals("choosePhotos", focusedId(), "files come before addresses");
        press(TAB);
        untilFocused("images");
        assertFalse(isVisible("photos"), "nothing is shown where there is nothing");

        copied(Map.of(DataFormat.PLAIN_TEXT, A + "\n" + B + "\n" + C + "\n"));
        press(SHORTCUT, V);
        assertEquals(names(A, B, C), photos());
        untilFocused("images");
        assertEquals("3 photos  ·  10 are good, 25 are best", label("photoCount"));
        assertTrue(label("photoRest").startsWith("In Practice nothing leaves this computer"));
        press(DOWN);
        untilFocused("photos");
        press(END);
        press(ALT, LEFT);
        assertEquals(names(A, C, B), photos());
        press(ALT, HOME);
        assertEquals(names(C, A, B), photos());
        press(RIGHT);
        press(DELETE);
        assertEquals(names(C, B), photos());
        press(SHORTCUT, Z);
        assertEquals(names(C, A, B), photos());
        press(SHORTCUT, KeyCode.C);
        press(SHORTCUT, V);
        assertEquals("None added: one was already there", label("photoNews"));
        untilFocused("photos");
        saveScreenshot("30-photos");
        chooseTheme("dark");
        saveScreenshot("31-photos-dark");
        chooseTheme("light");

        // Type a text that is no address. It stays in the list, is marked, and is removed.
        focus("images");
        write("www.photos.example/4.jpg");
        press(ENTER);
        assertEquals(4, photos().size());
        assertEquals("", text("images"));
        press(TAB);
        assertEquals("photosShow", focusedId(), "what the user is told of can be answered");
        press(TAB);
        untilFocused("photos");
        assertTrue(
                label("images-note").startsWith("“www.photos.example/4.jpg” is not an address"), label("images-note"));
        saveScreenshot("32-photos-wrong");
        press(END);
        press(DELETE);
        assertEquals("", label("images-note"));

        press(SHORTCUT, ENTER);
        until(
                "the answer",
                () -> isVisible("outcome") && practiceServer().received().size() == 1);
        JsonNode sent = practiceServer().received().getFirst().path("images");
        assertEquals(
                List.of(C, A, B),
                StreamSupport.stream(sent.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());

        assertFalse(isVisible("images"), "what was sent takes no others");
        focus("photos");
        press(DELETE);
        press(ALT, RIGHT);
        press(SHORTCUT, Z);
        assertEquals(names(C, A, B), photos());
        saveScreenshot("33-photos-sent");
    }

    @Tag("proof")
    @Test
    void photosOfPageAreAddedNonsenseIsNot() throws Exception {
        untilReady();
        focus("images");
        copied(Map.of(
                DataFormat.PLAIN_TEXT,
                "Golf",
                DataFormat.HTML,
                "<p>Golf</p><img src=\"" + A + "\"><img src=\"" + B + "\">"));
        press(SHORTCUT, V);
        assertEquals(names(A, B), photos());
        press(TAB);
        press(TAB);
        untilFocused("photos");
        assertEquals(0, selectedIndex(), "the first one is marked as soon as the keys go there");
        press(RIGHT);
        assertEquals(1, selectedIndex());
        focus("images");
        press(SHORTCUT, Z);
        assertFalse(isVisible("photos"));
        copied(Map.of(DataFormat.PLAIN_TEXT, "x".repeat(200_000)));
        press(SHORTCUT, V);
        assertEquals("", text("images"));
        assertEquals("Not pasted: 200,000 characters, at most 100,000 fit here", label("images-note"));
    }
}
