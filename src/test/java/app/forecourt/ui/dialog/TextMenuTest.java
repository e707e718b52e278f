package app.forecourt.ui.dialog;

import static app.forecourt.ui.InputEvents.keyPressed;
import static app.forecourt.ui.InputEvents.keyTyped;
import static javafx.scene.input.KeyCode.BACK_SPACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.ui.PaneTest;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Context menu of text fields. */
class TextMenuTest extends PaneTest {
    private final TextField field = new TextField("astra");
    private final TextArea area = new TextArea("one owner");
    private final PasswordField secret = new PasswordField();

    @BeforeEach
    void showFields() {
        copyToClipboard("kadett");
        show(400, 300, () -> {
            VBox root = new VBox(field, area, secret);
            TextMenu.install(root, new Messages(Locale.of("nl"), clock));
            secret.setText("s3cret");
            return root;
        });
    }

    private static ContextMenu menu(TextInputControl text) {
        Event.fireEvent(
                text.lookup(text instanceof TextArea ? ".content" : ".text"),
                new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 50, 50, false, null));
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static List<String> enabledItems(ContextMenu menu) {
        return menu.getItems().stream()
                .filter(item -> item.getText() != null && !item.isDisable())
                .map(MenuItem::getText)
                .toList();
    }

    /** Chooses an item of the menu of the field, and returns the text of the field then. */
    private String choose(String text) {
        ContextMenu menu = menu(field);
        menu.getItems().stream()
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElseThrow()
                .fire();
        menu.hide();
        return field.getText();
    }

    @Test
    void menuIsTranslatedAndOffersPossibleActions() {
        var offered = new ArrayList<List<String>>();
        onFxThread(() -> {
            field.deselect();
            offered.add(enabledItems(menu(field)));
            field.selectAll();
            offered.add(enabledItems(menu(field)));
            area.setEditable(false);
            area.selectRange(0, 3);
            offered.add(enabledItems(menu(area)));
            secret.selectRange(0, 3);
            offered.add(enabledItems(menu(secret)));
        });
        assertEquals(List.of("Plakken", "Alles selecteren"), offered.get(0));
        assertEquals(List.of("Knippen", "Kopiëren", "Plakken", "Verwijderen"), offered.get(1));
        assertEquals(List.of("Kopiëren", "Alles selecteren"), offered.get(2));
        assertEquals(List.of("Plakken", "Verwijderen", "Alles selecteren"), offered.get(3));
    }

    @Test
    void openMenuKeepsKeysFromField() {
        onFxThread(() -> {
            field.requestFocus();
            field.selectAll();
            ContextMenu menu = menu(field);
            Event.fireEvent(field, keyPressed(BACK_SPACE));
            Event.fireEvent(field, keyTyped("k"));
            assertTrue(menu.isShowing());
            assertEquals("astra", field.getText());
        });
    }

    @Test
    void itemsEditTheText() {
        var texts = new ArrayList<String>();
        onFxThread(() -> {
            field.requestFocus();
            field.selectRange(0, 2);
            texts.add(choose("Verwijderen"));
            texts.add(choose("Ongedaan maken"));
            texts.add(choose("Opnieuw"));
            choose("Alles selecteren");
            texts.add(choose("Plakken"));
            field.selectRange(3, 6);
            texts.add(choose("Knippen") + "+" + Clipboard.getSystemClipboard().getString());
            field.selectAll();
            choose("Kopiëren");
            texts.add(Clipboard.getSystemClipboard().getString());
        });
        assertEquals(List.of("tra", "astra", "tra", "kadett", "kad+ett", "kad"), texts);
        assertTrue(stage().isShowing());
    }
}
