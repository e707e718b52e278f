package app.forecourt.car.vocabulary;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BODY_TYPE;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.TRANSMISSION;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.testing.Cases;
import app.forecourt.text.LenientProperties;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of the user's own vocabulary files, added to the program's vocabulary. */
class ExtendVocabularyTest {
    private final Vocabulary vocabulary = Vocabulary.bundled();

    private List<String> extend(String text) throws IOException {
        return vocabulary.extend(new StringReader(text));
    }

    private List<String> suggestions(CarField field, String brand, String typed) {
        return vocabulary.suggestions(field, CarDraft.EMPTY.with(BRAND, brand), typed, Locale.GERMANY);
    }

    @Test
    void wordsNamesModelsAndMakersAreAdded() throws Exception {
        assertEmpty(extend("""
                \uFEFF# ours
                wmi.wiesmann = WLP
                model.Wiesmann = mf3, mf4, \\
                    mf 5
                bodyType.tuktuk = Tuk-tuk | Riksja | Rikscha
                bodyType = tuktuk, suv
                brand = wiesmann
                brand = borgward
                modelName.land_rover = Series III
                model.land_rover = series iii
                mileageUnit = nm
                """));
        assertEquals("wiesmann", vocabulary.canonicalWord(BRAND, "Wiesmann"));
        assertEquals("borgward", vocabulary.canonicalWord(BRAND, "Borgward"), "a key may come twice");
        assertEquals(List.of("MF3", "MF4", "MF 5"), suggestions(MODEL, "WIESMANN", ""));
        assertEquals(Set.of("wiesmann"), vocabulary.brandsOfVin("WLP123"));
        assertEquals("tuktuk", vocabulary.canonicalWord(BODY_TYPE, "Riksja"));
        assertEquals("Rikscha", suggestions(BODY_TYPE, "", "").getLast(), "behind the known ones");
        assertEquals(List.of("Series III"), suggestions(MODEL, "Land Rover", "ser"));
        assertEquals("Range Rover Evoque", suggestions(MODEL, "Land Rover", "").getFirst());
        assertEquals("NM", vocabulary.canonicalWord(MILEAGE_UNIT, "nm"), "codes are upper case");
        assertEquals(List.of("wiesmann"), vocabulary.nearest(BRAND, "Wiesman"));
    }

    @Test
    void newNamesAreShownAndOldOnesStillAccepted() throws Exception {
        assertEmpty(extend("fuelType.petrol = | | Super bleifrei\nbrand.bmw = BMW, Bimmer"));
        assertEquals("Super bleifrei", vocabulary.label(FUEL_TYPE, "petrol", Locale.GERMAN));
        assertEquals("Benzine", vocabulary.label(FUEL_TYPE, "petrol", Locale.of("nl")));
        assertEquals("petrol", vocabulary.canonicalWord(FUEL_TYPE, "super bleifrei"));
        assertEquals("petrol", vocabulary.canonicalWord(FUEL_TYPE, "Benzin"));
        assertEquals("bmw", vocabulary.canonicalWord(BRAND, "bimmer"));
    }

    @Test
    void nameOfAnUnknownModelIsRefused() throws Exception {
        assertEquals(List.of("modelName.opel", "modelName.nobody", "modelName.bmw.golf"), extend("""
                modelName.opel = CORSA, Golf
                modelName.nobody = Golf
                modelName.bmw.golf = Gulf
                modelName.bmw = x6
                """));
        assertEquals("Corsa", vocabulary.displayName(MODEL, "corsa"));
        assertEquals("x6", vocabulary.displayName(MODEL, "X6"), "the user's own spelling");
    }

    /** The order is: this language, other languages, inner parts. In the file, black and grey come before white. */
    @Test
    void otherLanguageComesBeforeInnerPart() throws Exception {
        assertEmpty(extend("""
                bodyColor.black = | | Pech zebra
                bodyColor.grey = | Zebra
                bodyColor.white = | | Zebraweiss
                """));
        assertEquals(List.of("Zebraweiss", "Grau", "Pech zebra"), suggestions(BODY_COLOR, "", "zeb"));
    }

    @Test
    void wordWithoutNamesIsSuggested() throws Exception {
        assertEmpty(extend("brand = rover"));
        assertEquals(List.of("Rolls-Royce", "Rover", "Land Rover", "Alfa Romeo"), suggestions(BRAND, "", "ro"));
    }

    /** As in Java's properties: comments are not continued, a blank line ends a continued line, a # belongs to it. */
    @Test
    void backslashDoesNotContinueAComment() throws Exception {
        assertEmpty(extend("# no \\\nbrand = dfsk, \\\n\n! no \\\nbrand = borgward, \\\n#1\nbrand = rover"));
        for (String brand : List.of("dfsk", "borgward", "#1", "rover")) {
            assertTrue(vocabulary.knows(BRAND, brand), brand);
        }
        assertEquals(List.of("brand = \\u12"), extend("# no \\\nbrand = \\u12"));
        assertEquals(List.of("brand = \\u13"), extend("! no \\\nbrand = \\u13"));
    }

    @Test
    void millionCharactersAreRead() throws Exception {
        String last = "\nbrand = rover";
        assertEmpty(extend("#".repeat(LenientProperties.MAX_LENGTH - last.length()) + last));
        assertTrue(vocabulary.knows(BRAND, "rover"));
    }

    /** A longer pasted text is not searched. */
    @Test
    void wordHasAtMostThousandCharacters() {
        assertTrue(vocabulary.knows(BRAND, " ".repeat(997) + "bmw"));
        assertFalse(vocabulary.knows(BRAND, " ".repeat(998) + "bmw"));
    }

    @Test
    void unusableLinesAreReportedAndSkipped() throws Exception {
        List<String> suggestions = suggestions(FUEL_TYPE, "", "");
        List<String> unusable = extend("""
                brand = \\u12
                bodyColor = gr\uFFFDn
                fuel = petrol
                version = 2.3
                options = abs
                brand = %s
                bodyType = kombi
                transmission = one\\u0007
                currency = dollars
                currency = EU1
                ! remark = one
                \uFFFDrand = one
                bodyColor.black = \uFFFD
                model.nobody = one
                model.bmw = %s
                wmi.bmw = WBX, toolong
                wmi.nobody = ABC
                wmi = ABC
                model = golf
                fuelType.diesel = Diesel | Benzine
                fuelType.petrol = a | b | c | d | e
                fuelType.kerosene = Kerosene
                fuelType.lpg = -
                """.formatted("x".repeat(61), "x".repeat(61)));
        assertEquals(
                Set.of(
                        "brand = \\u12",
                        "bodyColor",
                        "fuel",
                        "version",
                        "options",
                        "brand",
                        "bodyType",
                        "transmission",
                        "currency",
                        "\uFFFDrand",
                        "bodyColor.black",
                        "model.nobody",
                        "model.bmw",
                        "wmi.bmw",
                        "wmi.nobody",
                        "wmi",
                        "model",
                        "fuelType.diesel",
                        "fuelType.petrol",
                        "fuelType.kerosene",
                        "fuelType.lpg"),
                Set.copyOf(unusable));
        assertEquals(21, unusable.size());
        assertEquals(suggestions, suggestions(FUEL_TYPE, "", ""));
        assertEquals("petrol", vocabulary.canonicalWord(FUEL_TYPE, "Benzine"));
        assertEquals("estate", vocabulary.canonicalWord(BODY_TYPE, "kombi"));
        assertEquals(Set.of("bmw"), vocabulary.brandsOfVin("WBA"));
        assertFalse(vocabulary.knows(TRANSMISSION, "one"));
        assertFalse(vocabulary.knows(CURRENCY, "EU1"));
    }

    @Test
    void onlyTheFirstMillionCharactersAreRead() throws Exception {
        String line = "brand = wiesmann" + "y".repeat(30) + "\n";
        String filler = "# nothing\n".repeat(LenientProperties.MAX_LENGTH / 10);
        assertEmpty(extend("brand = early\n" + filler.substring(100)));
        assertEquals(List.of(line.strip()), extend(filler + line + filler));
        assertTrue(vocabulary.knows(BRAND, "early"));
        assertFalse(vocabulary.knows(BRAND, "wiesmann" + "y".repeat(30)));
        assertEquals(1, extend("x".repeat(LenientProperties.MAX_LENGTH * 2)).size(), "one endless line");
    }

    @Test
    void manyLinesOfOneFieldAreAdded() throws Exception {
        assertEmpty(extend(IntStream.range(0, 20_000)
                .mapToObj(number -> "brand = own" + number)
                .collect(joining("\n"))));
        assertTrue(vocabulary.knows(BRAND, "Own 19999"));
    }

    @Test
    void endlessReaderIsAbandoned() throws Exception {
        var endless = new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) {
                java.util.Arrays.fill(buffer, offset, offset + length, '\\');
                return length;
            }

            @Override
            public void close() {}
        };
        assertEquals(1, vocabulary.extend(endless).size());
    }

    @Test
    void failingReaderAddsNothing() {
        var broken = new FilterReader(new StringReader("brand = wiesmann\n")) {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                if (read < 0) {
                    throw new IOException("gone");
                }
                return read;
            }
        };
        assertThrows(IOException.class, () -> vocabulary.extend(broken));
        assertFalse(vocabulary.knows(BRAND, "wiesmann"));
    }

    @Test
    void randomContentNeverThrows() throws Exception {
        var random = new Random(20261124);
        String[] pieces = {
            "brand",
            "model.",
            "model.bmw",
            "wmi.",
            "wmi.bmw",
            "fuelType",
            "fuelType.petrol",
            "bodyType.",
            ".",
            "=",
            " = ",
            ":",
            ",",
            "|",
            "\n",
            "\r",
            "\r\n",
            "\\",
            "\\\n",
            "\\u",
            "\\u00e9",
            "\\u0000",
            "\uD800",
            "\uFFFD",
            "\uFEFF",
            "#",
            "!",
            " ",
            "\t",
            "\f",
            "\u0000",
            "\u00DF",
            "Golf",
            "WBA",
            "petrol",
            "-",
            "\u2028",
            "\u0130"
        };
        var index = new VocabularyIndex();
        index.add(VocabularySources.bundled());
        int unusable = 0;
        for (int round = 0; round < Cases.times(2_000, 10_000); round++) {
            var text = new StringBuilder();
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) {
                text.append(
                        random.nextInt(8) == 0
                                ? String.valueOf((char) random.nextInt(0x10000))
                                : pieces[random.nextInt(pieces.length)]);
            }
            unusable += index.add(LenientProperties.read(new StringReader(text.toString())))
                    .size();
            if (round % 500 == 0) {
                extend(text.toString());
            }
        }
        assertEquals("black", index.findWord(BODY_COLOR, "zwart").orElseThrow());
        assertTrue(unusable > 1_000, "" + unusable);
        assertEquals("black", vocabulary.canonicalWord(BODY_COLOR, "zwart"));
    }

    @Test
    void concurrentReadersSeeCompleteFiles() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> work = IntStream.range(0, 64)
                    .mapToObj(number -> (Callable<Boolean>) () -> {
                        if (number % 2 == 0) {
                            return extend("bodyColor = own" + number + "\nbodyColor.own" + number + " = Ours " + number)
                                            .isEmpty()
                                    && vocabulary.knows(BODY_COLOR, "ours " + number);
                        }
                        return vocabulary.canonicalWord(BODY_COLOR, "Schwarz").equals("black")
                                && suggestions(BODY_COLOR, "", "own").stream()
                                        .allMatch(label -> label.startsWith("Ours "));
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                assertTrue(done.get());
            }
        }
        assertEquals(32, suggestions(BODY_COLOR, "", "own").size());
    }

    /** A user typing the code of the yen means the yen. */
    @Test
    void currencyCodeIsNoNameOfAnotherCurrency() throws IOException {
        var vocabulary = Vocabulary.bundled();
        assertEquals(
                List.of("currency.EUR"),
                vocabulary.extend(new StringReader("currency.EUR = JPY\ncurrency.GBP = GBP, stg")));
        assertEquals("JPY", vocabulary.canonicalWord(CURRENCY, "jpy"));
        assertEquals("GBP", vocabulary.canonicalWord(CURRENCY, "Stg"));
    }
}
