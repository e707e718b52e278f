package app.forecourt.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedOptionListBuilderTest {
    private static final String CAR = "\uD83D\uDE97";

    private final BoundedOptionListBuilder list = new BoundedOptionListBuilder();

    private static CarOption option(String name) {
        return new CarOption(name, "Label");
    }

    @Test
    void firstOfTwoWithTheSameNameStays() {
        list.add(new CarOption("abs", "ABS"));
        list.add(option("ac"));
        list.add(option("abs"));
        assertEquals(List.of(new CarOption("abs", "ABS"), option("ac")), list.options());
        assertFalse(list.lacksOptions());
    }

    /** The euro sign has three bytes. */
    @Test
    void tooLongNameIsLeftOut() {
        list.add(option("€".repeat(166) + "ab"));
        list.add(option("€".repeat(167)));
        list.add(option("a".repeat(501)));
        list.add(option("abs"));
        assertEquals(2, list.options().size());
        assertTrue(list.lacksOptions());
        assertFalse(list.isFull());
    }

    @Test
    void longLabelIsShortened() {
        list.add(new CarOption("a", "x".repeat(200)));
        list.add(new CarOption("b", "x".repeat(201)));
        list.add(new CarOption("c", "x".repeat(199) + CAR));
        list.add(new CarOption("d", "x".repeat(198) + CAR + "x"));
        assertEquals(
                List.of("x".repeat(200), "x".repeat(200) + "…", "x".repeat(199) + "…", "x".repeat(198) + CAR + "…"),
                list.options().stream().map(CarOption::prettyName).toList());
    }

    @Test
    void twentyThousandOptionsFit() {
        IntStream.range(0, 20_000).mapToObj(number -> option("n" + number)).forEach(list::add);
        assertFalse(list.isFull());
        list.add(option("n0"));
        assertFalse(list.isFull(), "it is there already");
        list.add(option("one more"));
        assertTrue(list.isFull());
        assertEquals(20_000, list.options().size());
        assertTrue(list.lacksOptions());
    }

    @Test
    void fourMillionBytesFit() {
        IntStream.range(0, 8_000)
                .mapToObj(number -> new CarOption(("" + (10_000 + number)).repeat(100), ""))
                .forEach(list::add);
        assertFalse(list.isFull());
        list.add(new CarOption("", "x"));
        assertTrue(list.isFull());
        assertEquals(8_000, list.options().size());
    }
}
