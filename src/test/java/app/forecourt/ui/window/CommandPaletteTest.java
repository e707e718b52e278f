package app.forecourt.ui.window;

import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.toCollection;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.K;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.AccessibilityCheck;
import app.forecourt.model.stock.StockFilterModel;
import app.forecourt.model.stock.StockOrder;
import app.forecourt.settings.Profile;
import app.forecourt.testing.ProofTest;
import app.forecourt.ui.keys.PaletteCommand;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.settings.SettingsTopic;
import app.forecourt.ui.words.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** Command palette in the main window: its actions, its keys and the focus. */
class CommandPaletteTest extends MainWindowContentFixture {
    private static final Path WORDS = Path.of("src/main/resources/app/forecourt/ui/words/words.properties");

    private void open() {
        press(SHORTCUT, SHIFT, K);
        untilFocused("commandSearch");
    }

    /** Returns the commands that the palette lists for a text. */
    private List<PaletteCommand> search(String text) {
        setText("commandSearch", text);
        return onFxThread(() -> ((ListView<?>) node("commandList"))
                .getItems().stream().map(PaletteCommand.class::cast).toList());
    }

    private boolean isOpen() {
        return onFxThread(() -> scene.getRoot().lookup("#palette") != null);
    }

    /** Returns all commands, those that can't run included. Each text contains one of these letters. */
    private List<PaletteCommand> all() {
        return Stream.of("a", "e", "i", "o", "u")
                .flatMap(letter -> search(letter).stream())
                .distinct()
                .toList();
    }

    /** Returns the entries of the menu by the texts of the window, whatever car is in the form. */
    private static Set<String> menuEntries() throws IOException {
        return Files.readAllLines(WORDS).stream()
                .filter(line -> line.matches("menu\\.[a-z]+=.*"))
                .map(line -> "menu-" + line.substring("menu.".length(), line.indexOf('=')))
                .filter(id -> !Set.of("menu-title", "menu-files", "menu-adverts", "menu-palette")
                        .contains(id))
                .collect(toCollection(TreeSet::new));
    }

    @Test
    void noActionIsMissing() throws IOException {
        open();
        List<PaletteCommand> all = all();
        List<String> ids = all.stream().map(PaletteCommand::id).toList();
        List<String> missing = new ArrayList<>();
        menuEntries().stream().filter(id -> !ids.contains(id)).forEach(missing::add);
        Stream.of(WindowShortcut.values())
                .filter(shortcut -> shortcut != WindowShortcut.PALETTE)
                .map(shortcut -> shortcut.keyText(messages))
                .filter(keys -> all.stream()
                                .filter(command -> command.keys().equals(keys))
                                .count()
                        != 1)
                .forEach(missing::add);
        Stream.of(
                        Stream.of(Profile.values()).map(profile -> "profile-" + profile.key()),
                        ids("settings-", SettingsTopic.values()),
                        ids("filter-", StockFilterModel.Filter.values()),
                        ids("order-", StockOrder.values()))
                .flatMap(these -> these)
                .filter(id -> !ids.contains(id))
                .forEach(missing::add);
        assertEmpty(missing, "actions that the palette lacks");
        assertEquals(ids.stream().distinct().toList(), ids);
    }

    private static Stream<String> ids(String prefix, Enum<?>... constants) {
        return Stream.of(constants).map(constant -> prefix + Messages.key(constant));
    }

    @Test
    void enterRunsAndEscGivesFocusBack() {
        type("brand", "opel");
        focus("brand");
        step(() -> ((TextField) node("brand")).selectRange(1, 3));
        open();
        write("prev");
        press(ESCAPE);
        assertFalse(isOpen());
        assertFocused("brand");
        assertEquals("pe", onFxThread(() -> ((TextField) node("brand")).getSelectedText()));

        open();
        assertText("commandSearch", "");
        assertEquals("menu-duplicate", search("dupli").getFirst().id());
        press(ENTER);
        assertFalse(isOpen());
        assertFocused("licensePlate");

        open();
        press(TAB);
        assertFocused("commandSearch");
    }

    @ProofTest
    void unavailableActionTellsWhyAndDoesNothing() {
        open();
        PaletteCommand duplicate = search("dupli").getFirst();
        assertEquals("the form is empty", duplicate.obstacle());
        press(ENTER);
        assertTrue(isOpen());
        assertFalse(search("").contains(duplicate));
    }

    @ProofTest
    void paletteHasNamesAndTargets() {
        open();
        search("new");
        assertEmpty(onFxThread(() -> AccessibilityCheck.faults(scene)));
    }

    @Test
    void filterIsChosenDirectly() {
        open();
        assertEquals("settings-appearance", search("dark theme").getFirst().id());
        assertEquals("Show: Sold", search("sold").getFirst().title());
        press(ENTER);
        assertEquals(
                StockFilterModel.Filter.SOLD,
                onFxThread(() -> stock().filter().filter().get()));
        open();
        assertEquals("selected now", search("show sold").getFirst().obstacle());
        press(ESCAPE);
        push("resetFilter");
        layOut();
        assertEquals(
                StockFilterModel.Filter.ALL,
                onFxThread(() -> stock().filter().filter().get()));
        assertHidden("resetFilter");
        assertFocused("stockSearch");
    }

    @ProofTest
    void otherShortcutClosesPaletteFirst() {
        open();
        press(SHORTCUT, K);
        untilFocused("optionSearch");
        assertFalse(isOpen());
    }

    @ProofTest
    void bandStaysLitWithDimmedControls() {
        PseudoClass covered = PseudoClass.getPseudoClass("covered");
        open();
        assertTrue(node("environmentBand").getPseudoClassStates().contains(covered));
        onFxThread(() -> assertTrue(inScene(scene.lookup(".palette-veil")).getMinY()
                >= inScene(node("environmentBand")).getMaxY()));
        step(() -> fire("paletteClose"));
        assertFalse(isOpen());
        assertFalse(node("environmentBand").getPseudoClassStates().contains(covered));
    }

    @Test
    void longPasteIsRefusedWithAReason() {
        open();
        onFxThread(() -> node("commandSearch", TextField.class).replaceSelection("x".repeat(200)));
        assertEquals("", onFxThread(() -> node("commandSearch", TextField.class).getText()));
        assertTrue(label("commandStatus").contains("200"));
    }

    @Test
    void searchTicksOffNoAdvert() {
        step(this::typeCar);
        sendByKeys();
        awaitVisible("nextCar");
        step(() -> cars().mark(carId(), SOLD));
        await("its advert", () -> !cars().stock().staleAdverts().get().isEmpty());
        open();
        assertEquals("menu-takeoff", search("take off").getFirst().id());
    }
}
