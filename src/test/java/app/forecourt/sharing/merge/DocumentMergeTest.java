package app.forecourt.sharing.merge;

import static app.forecourt.sharing.merge.CarDocumentMapper.MARK;
import static app.forecourt.sharing.merge.SharedDocument.EMPTY;
import static app.forecourt.sharing.merge.SubmissionDocumentMapper.VERDICT;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.sharing.merge.DocumentMerge.Result;
import app.forecourt.sharing.merge.FieldValue.Author;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of the merge of two documents, and of documents that this version does not understand. */
class DocumentMergeTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PRICE = "salesPrice";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Author ANNA = new Author("a", "Anna");
    private static final Author BERT = new Author("b", "Bert");
    private static final SharedDocument BASE =
            EMPTY.edited(Map.of("brand", text("Opel"), PRICE, text("16.450")), ANNA, NOON);

    private static JsonNode text(String text) {
        return NODES.textNode(text);
    }

    private static JsonNode list(String... entries) {
        ArrayNode array = NODES.arrayNode();
        Stream.of(entries).forEach(array::add);
        return array;
    }

    private static SharedDocument bert(SharedDocument document, String name, JsonNode value) {
        return document.edited(Map.of(name, value), BERT, NOON.plusSeconds(60));
    }

    private static SharedDocument anna(SharedDocument document, String name, JsonNode value) {
        return document.edited(Map.of(name, value), ANNA, NOON.plusSeconds(30));
    }

    private static SharedDocument bert(SharedDocument document, String name, String value) {
        return bert(document, name, text(value));
    }

    private static SharedDocument anna(SharedDocument document, String name, String value) {
        return anna(document, name, text(value));
    }

    private static String price(SharedDocument document) {
        return document.field(PRICE).text();
    }

    private static SharedDocument merge(SharedDocument base, SharedDocument local, SharedDocument remote) {
        return run(base, local, remote).merged();
    }

    private static Result run(SharedDocument base, SharedDocument local, SharedDocument remote) {
        return new DocumentMerge(base, base.names().isEmpty(), local, remote).run();
    }

    private static JsonNode mergedList(JsonNode base, JsonNode local, JsonNode remote) {
        return mergedList("options", base, local, remote);
    }

    private static JsonNode mergedList(String name, JsonNode base, JsonNode local, JsonNode remote) {
        SharedDocument before = anna(EMPTY, name, base);
        return merge(before, anna(before, name, local), bert(before, name, remote))
                .field(name)
                .value();
    }

    @Test
    void otherFieldsMergeWithoutConflict() {
        Result result = run(BASE, anna(BASE, "brand", "Saab"), bert(BASE, PRICE, "15.950"));
        assertEquals("Saab", result.merged().field("brand").text());
        assertEquals(
                new FieldValue(text("15.950"), BERT, NOON.plusSeconds(60), 1, ""),
                result.merged().field(PRICE));
        assertEmpty(result.lost());
        assertEmpty(result.lostHere());
    }

    @Test
    void verdictThatTheCarIsThereWins() {
        SharedDocument unknown = decide(EMPTY, "none");
        SharedDocument again = decide(unknown, "sent_again");
        SharedDocument there = decide(unknown, "it_is_there");
        assertEquals("it_is_there", mergedVerdict(unknown, again, there));
        assertEquals("it_is_there", mergedVerdict(unknown, there, again));
        assertEquals("none", mergedVerdict(there, decide(there, "none"), there));
    }

    private static String mergedVerdict(SharedDocument base, SharedDocument local, SharedDocument remote) {
        return merge(base, local, remote)
                .field(VERDICT)
                .value()
                .path("decision")
                .asText();
    }

    private static SharedDocument decide(SharedDocument document, String word) {
        return anna(document, VERDICT, NODES.objectNode().put("decision", word));
    }

    @Test
    void sameFieldKeepsTheTextOfThisDesk() {
        SharedDocument remote = bert(BASE, PRICE, "15.950");
        Result result = run(BASE, anna(BASE, PRICE, "15.500"), remote);
        assertEquals("15.500", price(result.merged()));
        assertEquals(Set.of(PRICE), result.lost());
        assertEmpty(result.lostHere());
        // The other desk sees that nobody had seen its text.
        SharedDocument pushed = anna(result.base(), PRICE, "15.500");
        assertEquals("b", pushed.field(PRICE).over());
        assertEquals(2, pushed.field(PRICE).changes());
        assertEquals("", bert(pushed, PRICE, "15.000").field(PRICE).over());
    }

    @Test
    void sameValueIsNoConflict() {
        SharedDocument remote = bert(BASE, PRICE, "15.950");
        assertEquals(remote, merge(BASE, anna(BASE, PRICE, "15.950"), remote));
    }

    @Test
    void emptiedFieldIsAChange() {
        SharedDocument merged = merge(BASE, BASE, bert(BASE, PRICE, ""));
        assertTrue(merged.field(PRICE).isEmpty());
        assertEquals(BERT, merged.field(PRICE).author());
    }

    @Test
    void changesDecideWithoutAnEarlierVersion() {
        SharedDocument there = bert(BASE, PRICE, "15.950");
        Result result = run(EMPTY, BASE, there);
        assertEquals("15.950", price(result.merged()));
        assertEquals(Set.of(PRICE), result.lostHere());
        // With a tie the text of the server stays.
        SharedDocument here = anna(BASE, PRICE, "15.500");
        assertEquals("15.950", price(merge(EMPTY, here, there)));
        result = run(EMPTY, anna(anna(here, PRICE, "15.400"), PRICE, "15.300"), there);
        assertEquals("15.300", price(result.merged()));
        assertEquals(Set.of(PRICE), result.lost());
        // It stays the later one at the next desk without an earlier version.
        assertEquals(3, anna(result.base(), PRICE, "15.300").field(PRICE).changes());
    }

    @Test
    void listsMergeByEntry() {
        assertEquals(list("c", "a", "d"), mergedList(list("a", "b", "c"), list("c", "a", "b"), list("a", "c", "d")));
        assertEquals(list("a", "x", "y"), mergedList(list(), list("a", "x"), list("x", "y")));
        // In the order of the journal, which stores a set.
        assertEquals(list("a", "b"), mergedList(CarDocumentMapper.ACCEPTED_SUGGESTIONS, list(), list("b"), list("a")));
        // Of the same change both sides, there is one.
        assertEquals(list("a"), mergedList(list("a", "b"), list("a"), list("a")));
    }

    @Test
    void valuesOfAPushAreKnown() {
        SharedDocument pushed = anna(BASE, PRICE, "15.500");
        SharedDocument remote = pushed.pushedBy("a", "7", BASE);
        assertEquals("15.500", price(BASE.withPush("a", remote, BASE)));
        assertEquals("16.450", price(BASE.withPush("b", remote, BASE)));
        SharedDocument replaced = bert(remote, PRICE, "15.950");
        assertEquals("15.500", price(BASE.withPush("a", replaced, pushed)));
        assertEquals("16.450", price(BASE.withPush("a", replaced, anna(BASE, PRICE, "15.400"))));
    }

    @Test
    void rivalsOfAnEarlierVersionAreReadOnce() {
        SharedDocument earlier = SharedDocument.parse("""
                {"fields":{},"rivals":{"salesPrice":[{"v":"15.950","by":"Bert","at":"2026-03-01T12:00:00Z"}]}}
                """).orElseThrow();
        FieldValue rival = earlier.rivals(BASE).get(PRICE).getFirst();
        assertEquals(new FieldValue(text("15.950"), new Author("", "Bert"), NOON, 0, ""), rival);
        assertTrue(earlier.rivals(anna(earlier, "brand", "Saab")).isEmpty());
    }

    @Test
    void markOfTheLaterVersionStaysAndHasMoreChanges() {
        SharedDocument often = BASE;
        for (String mark : List.of("sold", "", "archived")) {
            often = bert(often, MARK, mark);
        }
        Result result = run(BASE, anna(BASE, MARK, "sold"), often);
        assertEquals("sold", result.merged().field(MARK).text());
        SharedDocument sold = anna(result.base(), MARK, "sold");
        // The server was restored to the state before.
        SharedDocument again = merge(EMPTY, sold, often);
        assertEquals("sold", again.field(MARK).text());
    }

    @Test
    void emptiedTextStaysEmptyAfterARestoredServer() {
        assertEquals("", price(merge(EMPTY, anna(BASE, PRICE, ""), BASE)));
        // A desk that joins has emptied nothing.
        SharedDocument joining = anna(EMPTY, "brand", "Opel");
        assertEquals("16.450", price(merge(EMPTY, joining, BASE)));
    }

    @Test
    void acceptedSubmissionStaysAccepted() {
        for (String other : List.of("waiting", "sending", "not_sent", "unknown")) {
            for (String base : List.of("waiting", "accepted")) {
                assertEquals("accepted", mergedState(base, "accepted", other), other);
                assertEquals("accepted", mergedState(base, other, "accepted"), other);
            }
        }
        assertEquals("unknown", mergedState("waiting", "unknown", "waiting"));
        assertEquals("unknown", mergedState("unknown", "waiting", "unknown"));
        assertTrue(SubmissionDocumentMapper.isUnderWay(progress("waiting")));
        assertFalse(SubmissionDocumentMapper.isUnderWay(progress("unknown")));
    }

    private static String mergedState(String base, String local, String remote) {
        return SubmissionDocumentMapper.state(merge(progress(base), progress(local), progress(remote)));
    }

    private static SharedDocument progress(String state) {
        return EMPTY.edited(
                SubmissionDocumentMapper.values(
                        NODES.objectNode().put("id", "1").put("state", state)),
                ANNA,
                NOON);
    }

    @Test
    void unknownMembersAndFieldsAreKept() {
        SharedDocument later = SharedDocument.parse("""
                {"fields":{"battery":{"v":"77","by":"Bert","at":"2026-03-01T12:00:00Z"}},"colours":[1,2]}
                """).orElseThrow();
        SharedDocument merged = merge(EMPTY, BASE, later);
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
                {"fields":{"brand":"Opel","model":{"v":"Corsa","at":"yesterday"},
                "year":{"v":"1","at":"+1000000000-12-31T23:59:59Z"}},"rivals":[1]}
                """).orElseThrow();
        assertTrue(damaged.field("brand").isEmpty());
        assertEquals(new FieldValue(text("Corsa"), new Author("", ""), Instant.EPOCH, 0, ""), damaged.field("model"));
        assertEquals(Instant.EPOCH, damaged.field("year").at(), "a time far away");
        assertTrue(damaged.rivals(BASE).isEmpty());
    }
}
