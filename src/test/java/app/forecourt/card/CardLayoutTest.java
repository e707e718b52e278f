package app.forecourt.card;

import static app.forecourt.text.Language.DUTCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.advert.SampleAdverts;
import app.forecourt.car.CarDraft;
import app.forecourt.card.CardContent.Dealer;
import app.forecourt.card.CardElement.Code;
import app.forecourt.card.CardElement.Line;
import app.forecourt.testing.Cases;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.TriesOfProofHook;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places of the card's parts. */
class CardLayoutTest {
    private static final double TOLERANCE = 0.01;

    private static void assertOnPage(List<CardElement> elements) {
        for (Line line : SampleCards.lines(elements)) {
            double top = line.baseline() - line.size() * CardFont.ASCENT;
            assertTrue(line.x() >= 24 && line.x() + line.width() <= CardLayout.WIDTH - 24 + TOLERANCE, line::toString);
            assertTrue(top >= 0 && top + line.size() * CardFont.LINE_HEIGHT <= CardLayout.HEIGHT, line::toString);
        }
    }

    /** Returns whether two lines have common points. Adjacent lines touch. */
    private static boolean overlap(Line one, Line other) {
        return one.x() + TOLERANCE < other.x() + other.width()
                && other.x() + TOLERANCE < one.x() + one.width()
                && one.baseline() - one.size() * 0.75 < other.baseline()
                && other.baseline() - other.size() * 0.75 < one.baseline();
    }

    /** Asserts that all lines are on the page and none overlaps another. */
    static void assertFits(List<CardElement> elements) {
        assertOnPage(elements);
        List<Line> lines = SampleCards.lines(elements);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            for (Line other : lines.subList(i + 1, lines.size())) {
                assertTrue(!overlap(line, other), () -> line + " on " + other);
            }
        }
    }

    @AddLifecycleHook(TriesOfProofHook.class)
    @Property(tries = 150, seed = "20261201")
    void anyTextIsOnThePage(@ForAll @StringLength(max = 200) String text, @ForAll @IntRange(max = 500) int options) {
        List<CardElement> elements = CardLayout.of(SampleCards.ofText(text, Math.min(options, Cases.times(100, 500))));
        assertFits(elements);
    }

    @AddLifecycleHook(TriesOfProofHook.class)
    @Property(tries = 40, seed = "20261201")
    void longNamesAreOnThePage(@ForAll @IntRange(max = 200) int length, @ForAll @IntRange(min = 1, max = 30) int word) {
        List<CardElement> elements = CardLayout.of(
                SampleCards.ofText(("W".repeat(word) + " ").repeat(length / word + 1), Cases.times(20, 60)));
        assertFits(elements);
    }

    @Test
    void energyIsOneLineAndNoFact() {
        CardContent content = CardContent.of(SampleAdverts.of(SampleAdverts.WHOLE, DUTCH), Dealer.NONE);
        assertTrue(content.energy().isPresent());
        assertTrue(content.facts().stream().noneMatch(fact -> fact.label().equals("Brandstof")));
    }

    @Test
    void typedNameReplacesTheDealership() {
        Dealer typed = new Dealer(Optional.of("Autohaus Meier"), Optional.empty(), Optional.empty());
        assertEquals(
                Optional.of("Autohaus Meier"),
                CardContent.of(SampleAdverts.of(SampleAdverts.WHOLE, DUTCH), typed)
                        .dealer()
                        .name());
    }

    @Test
    void optionsAreInTwoColumns() {
        List<Line> bullets = SampleCards.lines(
                        CardLayout.of(CardContent.of(SampleAdverts.of(SampleAdverts.WHOLE, DUTCH), Dealer.NONE)))
                .stream()
                .filter(line -> line.text().equals("•"))
                .toList();
        assertEquals(2, bullets.stream().map(Line::x).distinct().count());
        assertEquals(5, bullets.size());
    }

    private static List<Line> options(int count, String name) {
        CarDraft car = SampleAdverts.WHOLE.withOptions(IntStream.range(0, count)
                .mapToObj(number -> name + " " + number)
                .toList());
        CardContent content = CardContent.of(
                SampleAdverts.of(car, DUTCH), SampleCards.dealer("Autobedrijf De Haven", "https://dehaven.example"));
        return SampleCards.lines(CardLayout.of(content)).stream()
                .filter(line -> line.text().startsWith(name.substring(0, 9)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 16", "8, 8, 14", "21, 21, 12", "60, 24, 11"})
    void optionsAreAsLargeAsTheirNumberAllows(int count, int named, double least) {
        List<Line> lines = options(count, "Stoelverwarming");
        assertTrue(lines.size() >= named, "named: " + lines.size());
        assertTrue(lines.getFirst().size() >= least, "size: " + lines.getFirst().size());
    }

    @ProofTest
    void wordOfAnOptionIsNotBroken() {
        for (int count = 1; count < 40; count += Cases.times(5, 1)) {
            assertTrue(
                    options(count, "Achteruitrijcamera").stream()
                            .allMatch(line -> line.text().startsWith("Achteruitrijcamera")),
                    count + " options");
        }
    }

    @Test
    void nothingIsBelowTheCode() {
        List<CardElement> elements = CardLayout.of(SampleCards.ofText("Rear camera", 200));
        Code code = SampleCards.parts(elements, Code.class).getFirst();
        assertTrue(code.side() > 100);
        double quiet = 4 * code.side() / code.code().size();
        SampleCards.lines(elements).stream()
                .filter(line -> line.x() + line.width() > code.x() - quiet)
                .forEach(line -> assertTrue(
                        line.baseline() < code.y() - quiet / 2
                                || line.baseline() - line.size() > code.y() + code.side(),
                        line.toString()));
    }
}
