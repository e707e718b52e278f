package app.forecourt.car;

import static app.forecourt.car.CarField.VIN;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.check.ProblemCases;
import app.forecourt.testing.FewerTriesHook;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Properties of {@link Vin} with any 17 valid characters. */
class VinPropertiesTest {
    private static final String RIGHT = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";

    @AddLifecycleHook(FewerTriesHook.class)
    @Property(seed = "20261125")
    void separatorsAndCaseAreIgnored(
            @ForAll("vins") String vin, @ForAll("gaps") List<String> gaps, @ForAll List<Boolean> small) {
        String typed = IntStream.range(0, vin.length())
                        .mapToObj(i -> {
                            String one = vin.substring(i, i + 1);
                            return gaps.get(i)
                                    + (i < small.size() && small.get(i) ? one.toLowerCase(Locale.ROOT) : one);
                        })
                        .collect(joining())
                + gaps.getLast();
        assertEquals(Optional.of(vin), ProblemCases.parsedValue(VIN, typed), typed);
    }

    @AddLifecycleHook(FewerTriesHook.class)
    @Property(seed = "20261125")
    void vinWithOOrIIsCorrected(@ForAll("vins") String vin, @ForAll("places") int place, @ForAll boolean nought) {
        String meant = changed(vin, place, nought ? '0' : '1');
        String typed = changed(vin, place, nought ? 'O' : 'I');
        assertEquals(
                List.of(Problem.of(VIN, Problem.Code.VIN_O_OR_I, meant).withCorrections(List.of(meant))),
                ProblemCases.errors(VIN, typed));
    }

    @Provide
    Arbitrary<String> vins() {
        return Arbitraries.strings().withChars(RIGHT).ofLength(Vin.LENGTH);
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(1, Vin.LENGTH);
    }

    /** Separators before each character and after the last one. */
    @Provide
    Arbitrary<List<String>> gaps() {
        var separators = Arbitraries.strings()
                .withChars(" -.\u00A0\u2013")
                .ofMinLength(1)
                .ofMaxLength(3);
        return Combinators.combine(Arbitraries.integers().between(0, 4), separators)
                .as((chance, some) -> chance == 0 ? some : "")
                .list()
                .ofSize(Vin.LENGTH + 1);
    }

    private static String changed(String vin, int place, char character) {
        return vin.substring(0, place - 1) + character + vin.substring(place);
    }
}
