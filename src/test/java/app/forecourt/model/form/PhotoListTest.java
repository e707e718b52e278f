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

    @Test
    void photosAreLinesOfForm() {
        photos.add(List.of(A, B));
        assertEquals(A + "\n" + B, text());
        assertEquals(List.of(A, B), form.parsed().value(IMAGES).orElseThrow());
        form.text(IMAGES).set("\n" + C + " \r\n\n nonsense");
        assertEquals(List.of(C, "nonsense"), photos.addresses());
        assertEquals("\n" + C + " \r\n\n nonsense", text(), "what is loaded stays as it was");
    }

    @Test
    void moveChangesOrder() {
        photos.add(List.of(A, B, C));
        assertTrue(photos.move(2, 1, 0));
        assertEquals(String.join("\n", C, A, B), text());
        assertTrue(photos.move(0, 1, 1));
        assertEquals(List.of(A, C, B), photos.addresses());
        assertFalse(photos.move(0, 1, -1));
        assertFalse(photos.move(2, 1, 3));
        assertFalse(photos.move(1, 1, 1));
        assertEquals(List.of(A, C, B), photos.addresses());
    }

    @Test
    void exchangedLineKeepsItsPlaceAndCanBeUndone() {
        photos.add(List.of(A, B));
        photos.exchange(A, C);
        assertEquals(List.of(C, B), photos.addresses());
        photos.exchange(A, "https://a.nl/4.jpg");
        assertEquals(List.of(C, B), photos.addresses());
        assertEquals(OptionalInt.of(0), photos.undo());
        assertEquals(List.of(A, B), photos.addresses());
    }

    @Test
    void mergedLineCountsAsAlreadyPresent() {
        photos.add(List.of(A, B));
        photos.add(List.of(C));
        photos.merge(C, A);
        assertEquals(List.of(A, B), photos.addresses());
        assertEquals(
                Optional.of(new PhotoList.Addition(0, 1)), photos.lastAddition().get());
        photos.undo();
        assertEquals(List.of(A, B), photos.addresses());
        photos.undo();
        assertEmpty(photos.addresses());
    }

    @Test
    void incompleteAddressIsInDraft() {
        photos.add(List.of(A));
        photos.typedAddress().set("https://a.nl/2");
        assertEquals(A + "\nhttps://a.nl/2", text());
        assertEquals(List.of(A), photos.addresses());
        photos.typedAddress().set(B + " ");
        photos.completeTyped();
        assertEquals("", photos.typedAddress().get());
        assertEquals(List.of(A, B), photos.addresses());
        assertEquals(A + "\n" + B, text());
        photos.completeTyped();
        photos.undo();
        assertEquals(List.of(A), photos.addresses(), "what was typed is one step");
    }

    @Test
    void typedAddressStaysWhenAdding() {
        photos.typedAddress().set("https://b");
        photos.add(List.of(A));
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
        photos.add(List.of(A, B));
        photos.typedAddress().set(B + "," + C);
        form.showAllProblems();
        assertEquals(List.of(A, B, C), form.parsed().value(IMAGES).orElseThrow());
        assertEquals("", photos.typedAddress().get());
    }

    @Test
    void duplicatesAreCountedNotAdded() {
        photos.add(List.of(A, B));
        photos.add(List.of(B, C));
        assertEquals(
                Optional.of(new PhotoList.Addition(1, 1)), photos.lastAddition().get());
        assertEquals(List.of(A, B, C), photos.addresses());
        photos.add(List.of(A));
        assertEquals(
                Optional.of(new PhotoList.Addition(0, 1)), photos.lastAddition().get());
        photos.undo();
        assertEquals(List.of(A, B), photos.addresses(), "nothing was added, so nothing is taken back");
        assertEmpty(photos.lastAddition().get());
    }

    @Test
    void duplicatesOfLoadedCarStay() {
        form.text(IMAGES).set(A + "\n" + A);
        photos.add(List.of(B));
        assertEquals(List.of(A, A, B), photos.addresses());
    }

    @Test
    void tooManyAddressesAreRejected() {
        photos.add(List.of(A));
        List<String> many = IntStream.range(0, 10_000)
                .mapToObj(number -> "https://a.nl/" + number)
                .toList();
        photos.add(many);
        assertEquals(List.of(A), photos.addresses());
        assertEquals(
                Problem.Code.TOO_MUCH_PASTED,
                form.problems().rejectedChanges().get(IMAGES).code());
        photos.add(List.of(B));
        assertFalse(form.problems().rejectedChanges().containsKey(IMAGES));
    }

    @Test
    void otherCarHasNoUndo() {
        photos.add(List.of(A, B));
        photos.remove(1, 1);
        form.load(CarDraft.EMPTY.with(IMAGES, A), new AcceptedSuggestions());
        assertEquals(OptionalInt.empty(), photos.undo());
        assertEquals(List.of(A), photos.addresses());
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
