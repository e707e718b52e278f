package app.forecourt.model.form;

import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.Problem;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.testing.TriesOfProofHook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.Test;

/** Tests of the photo list: order, undo, typed addresses and duplicates. */
class PhotoListTest {
    private static final String A = "https://a.nl/1.jpg";
    private static final String B = "https://a.nl/2.jpg";
    private static final String C = "https://a.nl/3.jpg";

    private final CarFormModel form = new CarFormModel(ProblemCases.CHECK, BigDecimal::toPlainString);
    private final PhotoList photos = form.photos();

    private String text() {
        return form.text(IMAGES).get();
    }

    private void add(String... addresses) {
        photos.add(List.of(addresses));
    }

    private void assertAddresses(String... expected) {
        assertEquals(List.of(expected), photos.addresses());
    }

    private void assertAddition(int added, int present) {
        assertEquals(
                Optional.of(new PhotoList.Addition(added, present)),
                photos.lastAddition().get());
    }

    @Test
    void photosAreLinesOfForm() {
        add(A, B);
        assertEquals(A + "\n" + B, text());
        assertEquals(List.of(A, B), form.parsed().value(IMAGES).orElseThrow());
        form.text(IMAGES).set("\n" + C + " \r\n\n nonsense");
        assertAddresses(C, "nonsense");
        assertEquals("\n" + C + " \r\n\n nonsense", text(), "what is loaded stays as it was");
    }

    @Test
    void moveChangesOrder() {
        add(A, B, C);
        assertTrue(photos.move(2, 1, 0));
        assertEquals(String.join("\n", C, A, B), text());
        assertTrue(photos.move(0, 1, 1));
        assertAddresses(A, C, B);
        assertFalse(photos.move(0, 1, -1));
        assertFalse(photos.move(2, 1, 3));
        assertFalse(photos.move(1, 1, 1));
        assertAddresses(A, C, B);
    }

    @Test
    void exchangedLineKeepsItsPlaceAndCanBeUndone() {
        add(A, B);
        photos.exchange(A, C);
        assertAddresses(C, B);
        photos.exchange(A, "https://a.nl/4.jpg");
        assertAddresses(C, B);
        assertEquals(OptionalInt.of(0), photos.undo());
        assertAddresses(A, B);
    }

    @Test
    void mergedLineCountsAsAlreadyPresent() {
        add(A, B);
        add(C);
        photos.merge(C, A);
        assertAddresses(A, B);
        assertAddition(0, 1);
        photos.undo();
        assertAddresses(A, B);
        photos.undo();
        assertEmpty(photos.addresses());
    }

    @Test
    void incompleteAddressIsInDraft() {
        add(A);
        photos.typedAddress().set("https://a.nl/2");
        assertEquals(A + "\nhttps://a.nl/2", text());
        assertAddresses(A);
        photos.typedAddress().set(B + " ");
        photos.completeTyped();
        assertEquals("", photos.typedAddress().get());
        assertAddresses(A, B);
        assertEquals(A + "\n" + B, text());
        photos.completeTyped();
        photos.undo();
        assertEquals(List.of(A), photos.addresses(), "what was typed is one step");
    }

    @Test
    void typedAddressStaysWhenAdding() {
        photos.typedAddress().set("https://b");
        add(A);
        assertEquals("https://b", photos.typedAddress().get());
        assertEquals(A + "\nhttps://b", text());
        photos.undo();
        assertEquals("https://b", text());
    }

    @Test
    void nonsenseIsKeptAndReported() {
        photos.typedAddress().set("nonsense");
        photos.completeTyped();
        form.problems().onFieldLeft(IMAGES);
        assertEquals(
                List.of(Problem.Code.NOT_HTTPS),
                form.problems().visible().stream().map(Problem::code).toList());
        assertEquals("nonsense", text());
    }

    @Test
    void sendCompletesTypedAddress() {
        add(A, B);
        photos.typedAddress().set(B + "," + C);
        form.showAllProblems();
        assertEquals(List.of(A, B, C), form.parsed().value(IMAGES).orElseThrow());
        assertEquals("", photos.typedAddress().get());
    }

    @Test
    void duplicatesAreCountedNotAdded() {
        add(A, B);
        add(B, C);
        assertAddition(1, 1);
        assertAddresses(A, B, C);
        add(A);
        assertAddition(0, 1);
        photos.undo();
        assertEquals(List.of(A, B), photos.addresses(), "nothing was added, so nothing is taken back");
        assertEmpty(photos.lastAddition().get());
    }

    @Test
    void duplicatesOfLoadedCarStay() {
        form.text(IMAGES).set(A + "\n" + A);
        add(B);
        assertAddresses(A, A, B);
    }

    @Test
    void tooManyAddressesAreRejected() {
        add(A);
        List<String> many = IntStream.range(0, 10_000)
                .mapToObj(number -> "https://a.nl/" + number)
                .toList();
        photos.add(many);
        assertAddresses(A);
        assertEquals(
                Problem.Code.TOO_MUCH_PASTED,
                form.problems().rejectedChanges().get(IMAGES).code());
        add(B);
        assertFalse(form.problems().rejectedChanges().containsKey(IMAGES));
    }

    @Test
    void otherCarHasNoUndo() {
        add(A, B);
        photos.remove(1, 1);
        form.load(CarDraft.EMPTY.with(IMAGES, A), new AcceptedSuggestions());
        assertEquals(OptionalInt.empty(), photos.undo());
        assertAddresses(A);
    }

    @AddLifecycleHook(TriesOfProofHook.class)
    @Property(tries = 300, seed = "20261124")
    void undoOfAllStepsRestoresStart(@ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> steps) {
        PhotoListTest test = new PhotoListTest();
        List<List<String>> states = new ArrayList<>();
        for (int step : steps) {
            List<String> before = List.copyOf(test.photos.addresses());
            switch (step % 4) {
                case 0 -> test.photos.add(List.of("https://a.nl/" + step));
                case 1 -> test.photos.remove(step % 5, 1);
                case 2 -> test.photos.move(step % 7, 1, step % 3);
                default -> {
                    test.photos.typedAddress().set("https://b.nl/" + step);
                    test.photos.completeTyped();
                }
            }
            if (!before.equals(test.photos.addresses())) {
                states.add(before);
            }
            assertEquals(String.join("\n", test.photos.addresses()), test.text());
        }
        for (List<String> before : states.reversed()) {
            assertTrue(test.photos.undo().isPresent());
            assertEquals(before, test.photos.addresses());
        }
        assertTrue(test.photos.undo().isEmpty());
    }
}
