package app.forecourt.sharing;

import static app.forecourt.text.Language.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.advert.DescriptionBlock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests of building blocks that the users of two desks edit at the same time. */
class BlockSyncTest extends TwoDesksFixture {
    @BeforeEach
    void share() {
        anna.blocks.store(List.of(visit("Come")));
        anna.exchangeBlocks();
        bert.exchangeBlocks();
        assertTexts("Come");
    }

    private static DescriptionBlock visit(String text) {
        return new DescriptionBlock("Visit", true, Map.of(ENGLISH, text));
    }

    private static void type(TestDesk desk, String text) {
        desk.blocks.store(List.of(visit(text)));
    }

    private static List<String> texts(TestDesk desk) {
        return desk.blocks.blocks(ENGLISH).stream()
                .map(block -> block.text(ENGLISH))
                .toList();
    }

    /** Asserts that both desks have these blocks, in any order, and no others. */
    private void assertTexts(String... expected) {
        assertEquals(texts(anna), texts(bert));
        assertEquals(expected.length, texts(anna).size(), texts(anna)::toString);
        assertEquals(Set.of(expected), Set.copyOf(texts(anna)));
    }

    private void exchange() {
        anna.exchangeBlocks();
        bert.exchangeBlocks();
        anna.exchangeBlocks();
    }

    @Test
    void blockTypedAtBothDesksIsThereTwice() {
        anna.blocks.beginEdit();
        bert.blocks.beginEdit();
        for (String end : List.of(" ", " t", " to us")) {
            type(anna, "Come" + end);
            type(bert, "Drive" + end);
            exchange();
        }
        assertEquals(List.of("Come to us"), texts(anna));
        anna.blocks.endEdit();
        exchange();
        assertEquals(List.of("Drive to us"), texts(bert));
        bert.blocks.endEdit();
        bert.exchangeBlocks();
        exchange();
        assertTexts("Come to us", "Drive to us");
    }

    @Tag("proof")
    @Test
    void blockOfAnotherDeskComesAfterTheEdit() {
        anna.blocks.beginEdit();
        type(bert, "Drive to us");
        bert.exchangeBlocks();
        exchange();
        exchange();
        assertEquals(List.of("Come"), texts(anna));
        anna.blocks.endEdit();
        anna.exchangeBlocks();
        assertTexts("Drive to us");
    }

    @Tag("proof")
    @Test
    void laterBlockOfAnotherDeskReplacesTheOneThatWaits() {
        anna.blocks.beginEdit();
        for (String text : List.of("Drive", "Drive to us")) {
            type(bert, text);
            bert.exchangeBlocks();
            exchange();
        }
        anna.blocks.endEdit();
        anna.exchangeBlocks();
        assertTexts("Drive to us");
    }

    @Tag("proof")
    @Test
    void restoredPreferencesRevertNothing() throws Exception {
        Path copy = bert.copyHome(folder.resolve("copy"));
        type(bert, "Drive to us");
        bert.exchangeBlocks();
        exchange();
        bert.restore(copy, "preferences.json");
        assertEquals(List.of("Come"), texts(bert));
        bert.exchange.compareJournal();
        assertEquals(List.of("Drive to us"), texts(bert), "without the server");
        bert.exchangeBlocks();
        exchange();
        assertTexts("Drive to us");
        // An edit counts afterwards.
        type(bert, "Come");
        bert.exchangeBlocks();
        exchange();
        assertTexts("Come");
    }

    @Test
    void killDuringAnEditLosesNothing() {
        anna.blocks.beginEdit();
        type(anna, "Come to");
        type(bert, "Drive to us");
        bert.exchangeBlocks();
        anna.exchangeBlocks();
        assertEquals(List.of("Come to"), texts(anna));
        anna.restart();
        anna.exchangeAll();
        bert.exchangeBlocks();
        assertTexts("Come to", "Drive to us");
    }

    @Test
    void blockChangedBeforeTheEditIsPushed() {
        type(anna, "Come in");
        anna.blocks.beginEdit();
        type(anna, "Come in and");
        exchange();
        assertEquals(List.of("Come in"), texts(bert));
        anna.blocks.endEdit();
        exchange();
        assertTexts("Come in and");
    }
}
