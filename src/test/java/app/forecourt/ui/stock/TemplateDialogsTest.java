package app.forecourt.ui.stock;

import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.F2;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.stock.Template;
import app.forecourt.ui.PaneTest;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** Dialogs to name and to choose a template, by keyboard. */
class TemplateDialogsTest extends PaneTest {

    /** Shows templates of the names. An empty name is the one that the dialog suggests. */
    private void openTemplates(String... names) {
        startModel();
        typeVan();
        show(1_000, 700, VBox::new);
        var dialogs = new TemplateDialogs(cars(), dialogs(), messages);
        for (String name : names) {
            Platform.runLater(dialogs::saveTemplate);
            enterName(name);
            until("the window alone", () -> Window.getWindows().size() == 1);
        }
        Platform.runLater(dialogs::newCarFromTemplate);
        untilFocused("templateSearch");
    }

    private void enterName(String name) {
        untilFocused("templateName");
        onFxThread(() -> {
            if (!name.isEmpty()) {
                setFocusedText(name);
            }
            press(ENTER);
        });
    }

    @SuppressWarnings("unchecked")
    private ListView<Template> list() {
        return node("templates", ListView.class);
    }

    private void assertListed(String selected, String... names) {
        onFxThread(() -> {
            assertEquals(
                    List.of(names),
                    list().getItems().stream().map(Template::name).toList());
            assertEquals(selected, list().getSelectionModel().getSelectedItem().name());
        });
    }

    private void rename(String name) {
        press(F2);
        enterName(name);
        untilHidden("templateName");
    }

    @Test
    void renamedTemplateStaysSelected() {
        openTemplates("Bakery", "Courier", "Taxi");
        press(DOWN);
        rename("Van");
        assertListed("Van", "Courier", "Taxi", "Van");
        rename("A van");
        assertListed("A van", "A van", "Courier", "Taxi");
    }

    @Test
    void templateNamedLikeItsCarIsReadOnce() {
        openTemplates("", "Taxi");
        onFxThread(() -> {
            layOut();
            assertEquals(
                    List.of("Opel Combo Tour 1.5 CDTI", "Taxi · Opel Combo Tour 1.5 CDTI"),
                    list().lookupAll(".list-cell").stream()
                            .map(cell -> ((Labeled) cell).getText())
                            .filter(Objects::nonNull)
                            .sorted()
                            .toList());
        });
    }
}
