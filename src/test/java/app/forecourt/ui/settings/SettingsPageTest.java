package app.forecourt.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.ui.PaneTest;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of the sections beside the page of settings. */
class SettingsPageTest extends PaneTest {
    private static Stream<ListCell<?>> cells() {
        return node("settingsSections").lookupAll(".list-cell").stream()
                .<ListCell<?>>map(ListCell.class::cast)
                .filter(cell -> !cell.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "de", "fr"})
    void boldNamesAreWholeWithoutScrollBar(String language) {
        messages = new Messages(Locale.of(language), clock);
        SettingsPage page = show(940, 600, () -> new SettingsPage(Stream.of(SettingsSection.values())
                .map(name -> new SettingsPage.Section(name, new Region())).toList(), messages));
        for (SettingsSection section : SettingsSection.values()) {
            onFxThread(() -> page.showSection(Messages.key(section)));
            layOut();
            onFxThread(() -> {
                Text shown = (Text) cells().filter(ListCell::isSelected).findFirst().orElseThrow()
                        .lookup(".text");
                assertEquals(section.title(messages), shown.getText());
            });
        }
        assertEquals(List.of(), onFxThread(() -> node("settingsSections").lookupAll(".scroll-bar").stream()
                .filter(Node::isVisible).map(ScrollBar.class::cast).toList()));
    }
}
