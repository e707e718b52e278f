package app.forecourt.ui.options;

import static app.forecourt.option.SampleOptionList.CATALOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows of a pasted list. */
class PasteRowTest {
    private static List<String> rows(String text, String... chosen) {
        return PasteRow.of(CATALOGUE.parse(text, List.of(chosen)), List.of(chosen)).stream()
                .map(row -> switch (row.start()) {
                            case GROUP -> "= ";
                            case LINE -> "- ";
                            case NONE -> "";
                        }
                        + row.source() + " > "
                        + switch (row) {
                            case PasteRow.Found found -> found.option().name();
                            case PasteRow.Leftover leftover -> leftover.text().text() + "?";
                        })
                .toList();
    }

    @Test
    void groupsKeepTheOrderOfTheList() {
        assertEquals(
                List.of(
                        "= Trekhaak > towbar", "- ABS > abs",
                        "= LED-Scheinwerfer mit Kurvenfahrlicht > led_headlights", "= Gloep > Gloep?",
                        "- Snaar > Snaar?", "- LED-Scheinwerfer mit Kurvenfahrlicht > Kurvenfahrlicht?"),
                rows("Gloep\nTrekhaak\nABS, Snaar\nLED-Scheinwerfer mit Kurvenfahrlicht"));
    }

    @Test
    void textIsShownOnceInItsGroup() {
        assertEquals(List.of("= Sitzheizung und ABS > abs", " > seat_heating"), rows("Sitzheizung und ABS"));
    }

    @Test
    void chosenOptionNeedsNoCheck() {
        assertEquals(
                List.of(
                        "= LED-Scheinwerfer mit Kurvenfahrlicht > led_headlights",
                        "- ABS > abs",
                        "= LED-Scheinwerfer mit Kurvenfahrlicht > Kurvenfahrlicht?"),
                rows("LED-Scheinwerfer mit Kurvenfahrlicht\nABS", "led_headlights"));
    }

    /** A heading and a blank line have no row, because nothing is found or left over. */
    @Test
    void headingHasNoRow() {
        assertEquals(List.of("= ABS > abs"), rows("Comfort:\n\nABS"));
    }

    @Test
    void optionOfTwoLinesIsInBoth() {
        assertEquals(List.of("= ABS > abs", "- Trekhaak > towbar", "- ABS > abs"), rows("ABS\nTrekhaak\nABS"));
    }
}
