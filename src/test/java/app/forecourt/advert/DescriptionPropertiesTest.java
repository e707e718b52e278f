package app.forecourt.advert;

import static app.forecourt.car.CarField.OPTIONS;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.testing.TriesOfProofHook;
import app.forecourt.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Descriptions from random blocks and random cars with missing facts. */
class DescriptionPropertiesTest {
    private static final Pattern LEFT_OVER = Pattern.compile("(?i)\\{\\s*(milage|"
            + Stream.of(Placeholder.values()).map(Placeholder::key).collect(joining("|"))
            + ")\\s*}");

    @AddLifecycleHook(TriesOfProofHook.class)
    @Property(tries = 2_000, seed = "20261125")
    void fitsLimitAndHasNoPlaceholder(
            @ForAll("blocks") List<DescriptionBlock> blocks,
            @ForAll("cars") CarDraft car,
            @ForAll Language language,
            @ForAll @IntRange(max = 3_000) int most) {
        Description made = Description.of(blocks, SampleAdverts.of(car, language, Optional.empty()), most);
        String text = made.text();
        assertTrue(Description.length(text) <= most, () -> text.length() + " of " + most);
        assertFalse(LEFT_OVER.matcher(text).find(), text);
        assertFalse(text.contains("\n\n\n"), text);
        assertEquals(text.strip(), text);
    }

    @Provide
    Arbitrary<List<DescriptionBlock>> blocks() {
        Arbitrary<String> known = Arbitraries.of(Placeholder.values()).map(Placeholder::inBraces);
        Arbitrary<String> piece = Arbitraries.oneOf(
                known,
                known,
                Arbitraries.of(
                        "{milage}",
                        "{ fuel }",
                        "{Brand}",
                        "[",
                        "]",
                        "{",
                        "}",
                        "[ with {mileage}]",
                        "[, {colour}]",
                        "\n",
                        "\n\n\n",
                        " ",
                        ". ",
                        "with ",
                        " km",
                        "\uD83D\uDE97",
                        "$1",
                        "\\",
                        "\r\n",
                        "été",
                        "{{model}}",
                        "[[{doors}]]"));
        Arbitrary<String> text = piece.list().ofMaxSize(14).map(pieces -> String.join("", pieces));
        Arbitrary<Map<Language, String>> texts = Arbitraries.maps(Arbitraries.of(Language.values()), text);
        return Combinators.combine(Arbitraries.of("a", "b"), Arbitraries.of(true, true, false), texts)
                .as(DescriptionBlock::new)
                .list()
                .ofMaxSize(8);
    }

    /** Creates the complete car without some of its fields. */
    @Provide
    Arbitrary<CarDraft> cars() {
        Arbitrary<List<CarField>> missing = Arbitraries.of(Stream.of(CarField.values())
                        .filter(field -> field != OPTIONS)
                        .toList())
                .list()
                .ofMaxSize(25);
        return Combinators.combine(
                        missing,
                        Arbitraries.of("abs", "radio", "no_such", "towbar")
                                .list()
                                .ofMaxSize(4))
                .as((fields, options) -> {
                    CarDraft car = SampleAdverts.WHOLE.withOptions(options);
                    for (CarField field : fields) {
                        car = car.with(field, "");
                    }
                    return car;
                });
    }
}
