package app.forecourt.sharing.merge;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of the merge of two documents, and of documents that this version does not understand. */
class DocumentMergeTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final SharedDocument BASE =
            SharedDocument.EMPTY.edited(Map.of("brand", text("Opel"), "salesPrice", text("16.450")), "Anna", NOON);

    private static JsonNode text(String text) {
        return NODES.textNode(text);
    }

    private static JsonNode list(String... entries) {
        ArrayNode array = NODES.arrayNode();
        Stream.of(entries).forEach(array::add);
        return array;
    }

    private static SharedDocument bert(SharedDocument document, String name, JsonNode value) {
        return document.edited(Map.of(name, value), "Bert", NOON.plusSeconds(60));
    }

    private static SharedDocument anna(SharedDocument document, String name, JsonNode value) {
        return document.edited(Map.of(name, value), "Anna", NOON.plusSeconds(30));
    }

    private static SharedDocument merge(SharedDocument base, SharedDocument local, SharedDocument remote) {
        return new DocumentMerge(base, local, remote).run();
    }

    private static JsonNode mergedList(JsonNode base, JsonNode local, JsonNode remote) {
        SharedDocument before = anna(SharedDocument.EMPTY, "options", base);
        return merge(before, anna(before, "options", local), bert(before, "options", remote))
                .field("options")
                .value();
    }

    @Test
    void timeFarAwayIsDamage() {
        assertEquals(
                Instant.EPOCH,
                FieldValue.parse(NODES.objectNode().put("value", "Opel").put("at", "+1000000000-12-31T23:59:59Z"))
                        .at());
    }

    @Test
    void otherFieldsMergeWithoutRivals() {
        SharedDocument merged =
                merge(BASE, anna(BASE, "brand", text("Saab")), bert(BASE, "salesPrice", text("15.950")));
        assertEquals("Saab", merged.field("brand").text());
        assertEquals(new FieldValue(text("15.950"), "Bert", NOON.plusSeconds(60), 1), merged.field("salesPrice"));
        assertEmpty(merged.rivals("salesPrice"));
    }

    @Test
    void verdictThatTheCarIsThereWins() {
        SharedDocument unknown = anna(SharedDocument.EMPTY, SubmissionDocument.VERDICT, verdict("none"));
        SharedDocument again = anna(unknown, SubmissionDocument.VERDICT, verdict("sent_again"));
        SharedDocument there = bert(unknown, SubmissionDocument.VERDICT, verdict("it_is_there"));
        assertEquals(
                verdict("it_is_there"),
                merge(unknown, again, there).field(SubmissionDocument.VERDICT).value());
        assertEquals(
                verdict("it_is_there"),
                merge(unknown, there, again).field(SubmissionDocument.VERDICT).value());
        SharedDocument undone = anna(there, SubmissionDocument.VERDICT, verdict("none"));
        assertEquals(
                verdict("none"),
                merge(there, undone, there).field(SubmissionDocument.VERDICT).value());
    }

    private static JsonNode verdict(String word) {
        return NODES.objectNode().put("decision", word);
    }

    @Test
    void sameFieldKeepsTheOtherValueAsRival() {
        SharedDocument merged =
                merge(BASE, anna(BASE, "salesPrice", text("15.500")), bert(BASE, "salesPrice", text("15.950")));
        assertEquals("15.500", merged.field("salesPrice").text());
        assertEquals(
                List.of(new FieldValue(text("15.950"), "Bert", NOON.plusSeconds(60), 0)), merged.rivals("salesPrice"));
        SharedDocument taken = merged.edited(Map.of("salesPrice", text("15.950")), "Anna", NOON);
        assertEmpty(taken.rivals("salesPrice"));
        assertEquals("15.950", taken.field("salesPrice").text());
        assertTrue(merge(merged, taken, merged).hasSameContent(taken));
    }

    @Test
    void sameValueIsNoConflict() {
        SharedDocument remote = bert(BASE, "salesPrice", text("15.950"));
        SharedDocument merged = merge(BASE, anna(BASE, "salesPrice", text("15.950")), remote);
        assertEquals(remote, merged);
    }

    @Test
    void emptiedFieldIsAChange() {
        SharedDocument merged = merge(BASE, BASE, bert(BASE, "salesPrice", text("")));
        assertTrue(merged.field("salesPrice").isEmpty());
        assertEquals("Bert", merged.field("salesPrice").author());
    }

    @Test
    void firstContactDoublesNothing() {
        SharedDocument there = bert(BASE, "salesPrice", text("15.950"));
        SharedDocument merged = merge(SharedDocument.EMPTY, BASE, there);
        assertEquals("Opel", merged.field("brand").text());
        assertEquals("16.450", merged.field("salesPrice").text());
        assertEquals(1, merged.rivals("salesPrice").size());
        assertEmpty(merged.rivals("brand"));
    }

    @Test
    void listsMergeByEntry() {
        assertEquals(list("c", "a", "d"), mergedList(list("a", "b", "c"), list("c", "a", "b"), list("a", "c", "d")));
        assertEquals(list("a", "x", "y"), mergedList(list(), list("a", "x"), list("x", "y")));
        // Of the same change both sides, there is one.
        assertEquals(list("a"), mergedList(list("a", "b"), list("a"), list("a")));
    }

    @Test
    void markOfTheLaterVersionStays() {
        SharedDocument merged =
                merge(BASE, anna(BASE, CarDocument.MARK, text("sold")), bert(BASE, CarDocument.MARK, text("archived")));
        assertEquals("sold", merged.field(CarDocument.MARK).text());
        assertEmpty(merged.rivals(CarDocument.MARK));
    }

    /** Returns a document as an earlier version of the program writes it, which knows no changes. */
    private static SharedDocument byEarlierVersion(SharedDocument document) {
        return SharedDocument.parse(document.toJson().replaceAll(",\"changes\":\\d+", ""))
                .orElseThrow();
    }

    @Test
    void rivalDismissedBesideAnEarlierVersionStaysAway() {
        SharedDocument merged =
                merge(BASE, anna(BASE, "salesPrice", text("15.500")), bert(BASE, "salesPrice", text("15.950")));
        SharedDocument dismissed = merged.withoutRivals("salesPrice", merged.rivals("salesPrice"));
        SharedDocument remote = bert(byEarlierVersion(merged), "brand", text("Saab"));
        assertEmpty(merge(merged, dismissed, remote).rivals("salesPrice"));
    }

    @Test
    void winnerOfAConflictHasMoreChanges() {
        SharedDocument often = BASE;
        for (String mark : List.of("sold", "", "archived", "")) {
            often = bert(often, CarDocument.MARK, text(mark));
        }
        SharedDocument sold = merge(BASE, anna(BASE, CarDocument.MARK, text("sold")), often);
        assertEquals("sold", sold.field(CarDocument.MARK).text());
        // The server was restored to the state before.
        SharedDocument again = merge(SharedDocument.EMPTY, sold, often);
        assertEquals("sold", again.field(CarDocument.MARK).text());
    }

    @Test
    void emptiedTextIsOnlyOfferedAfterARestoredServer() {
        SharedDocument merged = merge(SharedDocument.EMPTY, anna(BASE, "salesPrice", text("")), BASE);
        assertEquals("", merged.field("salesPrice").text());
        assertEquals(List.of(BASE.field("salesPrice")), merged.rivals("salesPrice"));
        // A desk that joins has emptied nothing.
        assertEquals(
                "16.450",
                merge(SharedDocument.EMPTY, anna(SharedDocument.EMPTY, "brand", text("Opel")), BASE)
                        .field("salesPrice")
                        .text());
    }

    @Test
    void acceptedSubmissionStaysAccepted() {
        SharedDocument waiting = progress("waiting");
        for (SharedDocument other : List.of(waiting, progress("sending"), progress("not_sent"), progress("unknown"))) {
            SharedDocument accepted = progress("accepted");
            assertEquals("accepted", SubmissionDocument.state(merge(waiting, accepted, other)));
            assertEquals("accepted", SubmissionDocument.state(merge(waiting, other, accepted)));
            assertEquals("accepted", SubmissionDocument.state(merge(accepted, accepted, other)));
            assertEquals("accepted", SubmissionDocument.state(merge(accepted, other, accepted)));
        }
        assertEquals("unknown", SubmissionDocument.state(merge(waiting, progress("unknown"), waiting)));
        assertEquals("unknown", SubmissionDocument.state(merge(progress("unknown"), waiting, progress("unknown"))));
        assertTrue(SubmissionDocument.isUnderWay(waiting));
        assertFalse(SubmissionDocument.isUnderWay(progress("unknown")));
    }

    private static SharedDocument progress(String state) {
        return SharedDocument.EMPTY.edited(
                SubmissionDocument.values(NODES.objectNode().put("id", "1").put("state", state)), "Anna", NOON);
    }

    @Test
    void unknownMembersAndFieldsAreKept() {
        SharedDocument later = SharedDocument.parse("""
                {"fields":{"battery":{"v":"77","by":"Bert","at":"2026-03-01T12:00:00Z"}},"colours":[1,2]}
                """).orElseThrow();
        SharedDocument merged = merge(SharedDocument.EMPTY, BASE, later);
        SharedDocument read = SharedDocument.parse(merged.toJson()).orElseThrow();
        assertEquals(merged, read);
        assertEquals("77", read.field("battery").text());
        assertEquals("[1,2]", read.member("colours").toString());
    }

    @Test
    void damagedDocumentsAreRead() {
        assertEmpty(SharedDocument.parse("no JSON"));
        assertEmpty(SharedDocument.parse("[]"));
        SharedDocument damaged = SharedDocument.parse("""
                {"fields":{"brand":"Opel","model":{"v":"Corsa","at":"yesterday"}},"rivals":[1]}
                """).orElseThrow();
        assertTrue(damaged.field("brand").isEmpty());
        assertEquals(new FieldValue(text("Corsa"), "", Instant.EPOCH, 0), damaged.field("model"));
        assertEmpty(damaged.rivals("brand"));
    }
}
