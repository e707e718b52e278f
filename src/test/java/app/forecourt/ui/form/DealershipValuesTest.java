package app.forecourt.ui.form;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of the configured dealerships. */
class DealershipValuesTest {
    private final Map<String, String> known = new LinkedHashMap<>();
    private final DealershipValues values = new DealershipValues(() -> known);

    @BeforeEach
    void setUp() {
        known.put("d-100", "South");
        known.put("d-200", "North");
        known.put("x-300", "");
    }

    private List<String> offered(String typed, boolean asked) {
        return values.matching(typed, asked);
    }

    @Test
    void findsByPartOfNameOrId() {
        assertEquals(List.of("North"), offered(" nor", false));
        assertEquals(List.of("South", "North"), offered("D-", false));
        assertEquals(List.of("x-300"), offered("300", false));
        assertEmpty(offered("west", true));
    }

    @Test
    void completeNameIsNotSuggested() {
        assertEmpty(offered(" NORTH", false));
        assertEquals(List.of("North"), offered("north", true));
        known.put("d-500", "North side");
        assertEquals(List.of("North", "North side"), offered("north", false));
    }

    @Test
    void requestInKnownIdSuggestsAll() {
        assertEmpty(offered("d-100", false));
        assertEquals(3, offered("d-100", true).size());
        assertEquals(3, offered("", true).size());
    }

    @Test
    void fieldShowsTheNameOfAnId() {
        assertEquals("North", values.shownText("d-200"));
        assertEquals("x-300", values.shownText("x-300"), "it has no name");
        assertEquals("d-9", values.shownText("d-9"), "nobody knows it");
        assertEquals(3, offered("North", true).size(), "who opens the list wants another one");
        assertTrue(values.isSame("North", "North") && !values.isSame("South", "North"));
    }

    @Test
    void acceptedSuggestionIsTheId() {
        known.put("x-400", "");
        known.put("d-500", "North");
        assertEquals(List.of("South", "North  ·  d-200", "x-300", "x-400", "North  ·  d-500"), offered("", true));
        assertEquals(
                List.copyOf(known.keySet()),
                offered("", true).stream().map(values::typedText).toList());
    }

    @Test
    void onlyNameThatBeginsSoCompletes() {
        assertEquals(Optional.of("North"), values.completion("no"));
        assertEquals(Optional.of("North"), values.completion("NORTH"), "the field needs its id");
        assertEquals(Optional.empty(), values.completion("orth"), "it does not begin so");
        assertEquals(Optional.empty(), values.completion("d-100"), "an id is known itself");
        known.put("d-500", "North side");
        assertEmpty(values.completion("nor"));
        assertEmpty(values.completion(" "));
    }
}
