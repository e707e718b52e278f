package app.forecourt.ui.options;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.option.SampleOptionList;
import app.forecourt.option.paste.OptionCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows of a pasted list. */
class PasteRowTest {
    private static final OptionCatalogue CATALOGUE = new OptionCatalogue(
            SampleOptionList.practiceOptions("PRODUCTION_LIKE"));

    private static List<String> rows(String text) {
        return PasteRow.of(CATALOGUE.parse(text, List.of())).stream()
                .map(row -> (row.startsLine() ? "- " : "") + row.source() + " > " + switch (row) {
                    case PasteRow.Found found -> found.option().name();
                    case PasteRow.Leftover leftover -> leftover.text().text() + "?";
                }).toList();
    }

    @Test
    void linesStayTogetherInTheirOrder() {
        assertEquals(List.of("- Gloep > Gloep?", "- Trekhaak > towbar", "- ABS > abs", "Snaar > Snaar?",
                "- LED-Scheinwerfer mit Kurvenfahrlicht > led_headlights", " > Kurvenfahrlicht?"),
                rows("Gloep\nTrekhaak\nABS, Snaar\nLED-Scheinwerfer mit Kurvenfahrlicht"));
    }

    /** A heading and a blank line have no row, because nothing is found or left over. */
    @Test
    void headingHasNoRow() {
        assertEquals(List.of("- ABS > abs"), rows("Comfort:\n\nABS"));
    }

    @Test
    void optionOfTwoLinesIsInBoth() {
        assertEquals(List.of("- ABS > abs", "- Trekhaak > towbar", "- ABS > abs"),
                rows("ABS\nTrekhaak\nABS"));
    }
}
