package app.forecourt.ui.keys;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Search of the palette. */
class CommandSearchTest {
    private final CommandSearch list = new CommandSearch();

    CommandSearchTest() {
        list.setCommands(List.of(
                command("New car"),
                command("New from template…"),
                command("Aperçu et fiche pare-brise…"),
                command("Settings › Appearance").withWords("Language Theme"),
                command("Publish on PRODUCTION").onlyIf(false, "only later"),
                command("Republish the list")));
    }

    private static PaletteCommand command(String title) {
        return new PaletteCommand(title, title, () -> {});
    }

    private List<String> find(String text) {
        return list.find(text).commands().stream().map(PaletteCommand::title).toList();
    }

    @Test
    void lettersOfAnyWordFind() {
        assertEquals(List.of("New from template…"), find("templ"));
        assertEquals(List.of("New from template…"), find("te new"));
        assertEquals(List.of("New from template…"), find("plate"));
        assertEquals(List.of("Settings › Appearance"), find("language"));
        assertEmpty(find("zebra"));
    }

    @Test
    void accentsAndCaseAreIgnored() {
        for (String text : List.of("apercu", "APERÇU", "aperçu fiche", "pare brise", "pare-brise")) {
            assertEquals(List.of("Aperçu et fiche pare-brise…"), find(text), text);
        }
    }

    @Test
    void unavailableIsLastThoughMarkedIfItFitsBetter() {
        assertEquals(List.of("Republish the list", "Publish on PRODUCTION"), find("publish"));
        assertEquals(1, list.find("publish").best(), "Enter must not run what fits less");
        assertEquals(0, list.find("republish").best());
    }

    @Test
    void startOfAnyWordIsAsGoodAsStartOfTitle() {
        list.setCommands(List.of(
                command("Undo sending").onlyIf(false, "nothing leaves"), command("Post and send"), command("Resend")));
        assertEquals(List.of("Post and send", "Resend", "Undo sending"), find("send"));
        assertEquals(0, list.find("send").best());
    }

    @Test
    void emptySearchLeavesOutUnavailable() {
        assertEquals(5, find("").size());
    }
}
