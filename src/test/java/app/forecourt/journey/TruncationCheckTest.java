package app.forecourt.journey;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.ui.ToolkitTest;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** The check for truncated texts finds planted ones. */
class TruncationCheckTest extends ToolkitTest {

    @Test
    void plantedCutOffTextIsFound() throws Exception {
        Await.onFxThread(() -> {
            Label word = new Label("PRACTICE");
            word.setId("word");
            Button send = new Button("Send to PRACTICE");
            send.setId("send");
            TextField search = new TextField();
            search.setId("search");
            search.setMaxWidth(150);
            search.setPromptText("Search");
            Region wide = new Region();
            ScrollPane page = new ScrollPane(wide);
            page.setId("page");
            page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            Scene scene = new Scene(new VBox(word, send, search, page), 300, 300);
            assertEmpty(truncatedTexts(scene));

            word.setMinWidth(0);
            word.setMaxWidth(30);
            send.setTranslateX(250);
            search.setPromptText("Fahrzeug nach Marke, Modell oder Kennzeichen suchen");
            wide.setMinWidth(400);
            List<String> found = truncatedTexts(scene);
            assertEquals(
                    List.of("word", "send", "search", "page"),
                    found.stream().map(text -> text.split(":")[0]).toList(),
                    found.toString());
            assertEquals("word: PRACTICE", found.getFirst());
        });
    }

    private static List<String> truncatedTexts(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return TruncationCheck.truncatedTexts(scene);
    }
}
