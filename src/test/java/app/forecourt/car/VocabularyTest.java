package app.forecourt.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    private final Vocabulary vocabulary = Vocabulary.bundled();

    @ParameterizedTest
    @CsvSource({"TRANSMISSION,Semi-automatic,semi_automatic", "TRANSMISSION,SEMI AUTOMATIC,semi_automatic",
        "TRANSMISSION,semiautomatic,semi_automatic", "FUEL_TYPE,Plug-in hybrid,plugin_hybrid",
        "BRAND,\u0160koda,skoda", "BRAND,S\u030Ckoda,skoda", "BRAND,Mercedes Benz,mercedes-benz",
        "BRAND,Citro\u00EBn,citroen",
        "BRAND,' BMW\u00A0',bmw", "MODEL,X6,x6", "MODEL,c class,c-class", "BODY_TYPE,SUV,suv",
        "CURRENCY,eur,EUR", "MILEAGE_UNIT,km,KM"})
    void knownWordIsSentAsTheListSpellsIt(CarField field, String typed, String word) {
        assertEquals(word, vocabulary.word(field, typed));
    }

    @ParameterizedTest
    @CsvSource({"FUEL_TYPE,' Wood Gas ',wood gas", "BRAND,Gro\u00DFkarren,gro\u00DFkarren", "BRAND,TITI,titi",
        "BRAND,B.M.W.,b.m.w.", "BODY_TYPE,'-','-'", "CURRENCY,xxx,XXX", "VERSION,2.3 TDCI,2.3 tdci",
        "BRAND,S\u00E0\u00E1b\u00E9,s\u00E0\u00E1b\u00E9"})
    void unknownWordIsSentAsTyped(CarField field, String typed, String word) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr"));
        try {
            assertEquals(word, vocabulary.word(field, typed));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void wordsThatBeginAlikeComeFirst() {
        assertEquals(List.of("mini", "mitsubishi", "microcar"), suggestions(CarField.BRAND, "mi"));
        assertEquals(List.of("renault", "rolls-royce", "land rover", "alfa romeo"),
                suggestions(CarField.BRAND, "r"));
    }

    @Test
    void suggestionsSeeNoCaseAccentOrSeparator() {
        assertEquals(List.of("citroen"), suggestions(CarField.BRAND, "CITRO\u00CB"));
        assertEquals(List.of("alfa romeo"), suggestions(CarField.BRAND, "Alfa-R"));
        assertEquals(List.of("alfa romeo"), suggestions(CarField.BRAND, "alfar"));
        assertEquals(List.of("mercedes-benz"), suggestions(CarField.BRAND, "benz"));
        assertEquals(List.of("semi_automatic"), suggestions(CarField.TRANSMISSION, "semi a"));
        assertEquals(List.of("automatic", "semi_automatic"), suggestions(CarField.TRANSMISSION, "auto"));
    }

    @Test
    void suggestionsAreTwelveAtMostAndNothingTypedShowsTheFirst() {
        assertEquals(12, suggestions(CarField.BRAND, "").size());
        assertEquals("volkswagen", suggestions(CarField.BRAND, " ").getFirst());
        assertEquals(List.of("KM", "MI"), suggestions(CarField.MILEAGE_UNIT, ""));
    }

    @Test
    void fieldsWithoutWordsSuggestNothing() {
        assertEquals(List.of(), suggestions(CarField.VERSION, ""));
        assertEquals(List.of(), suggestions(CarField.BRAND, "zzz"));
    }

    @Test
    void modelsAreThoseOfTheBrand() {
        assertEquals(List.of("x6"), models("BMW", "x6"));
        assertEquals(List.of("a-class"), models(" mercedes benz ", "A c"));
        assertEquals("range rover evoque", models("Land-Rover", "").getFirst());
        assertEquals(List.of(), models("bmw", "golf"));
        assertEquals(List.of(), models("", "golf"));
        assertEquals(List.of(), models("no such brand", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"suv", "diesel", "manual", "white", "bmw", "x6", "EUR", "KM"})
    void holdsTheVendorsExamples(String word) {
        assertTrue(
                List.of(CarField.values()).stream().anyMatch(field -> vocabulary.all(field).contains(word)));
    }

    @ParameterizedTest
    @EnumSource(value = CarField.class, names = {"BRAND", "MODEL", "BODY_TYPE", "BODY_COLOR", "FUEL_TYPE",
        "TRANSMISSION", "CURRENCY", "MILEAGE_UNIT"})
    void everyWordIsSentAsItStands(CarField field) {
        assertFalse(vocabulary.all(field).isEmpty());
        for (String word : vocabulary.all(field)) {
            assertEquals(word, vocabulary.word(field, word));
            assertTrue(Cases.errors(field, word).isEmpty(), word);
        }
    }

    @Test
    void noTwoWordsOfAFieldAreSpelledAlike() throws Exception {
        var file = new java.util.Properties();
        try (var in = Vocabulary.class.getResourceAsStream("vocabulary.properties")) {
            file.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        var wordOf = new TreeMap<String, String>();
        for (String key : file.stringPropertyNames()) {
            String field = key.startsWith("model.") ? "model" : key;
            var inThisList = new HashSet<String>();
            for (String word : file.getProperty(key).split(",")) {
                String spelling = Spelling.of(word);
                String other = wordOf.putIfAbsent(field + "/" + spelling, word.strip());
                assertTrue(other == null || other.equals(word.strip()), key + ": " + word + " and " + other);
                assertTrue(inThisList.add(spelling), key + " has " + word + " twice");
            }
        }
    }

    @Test
    void commonestBrandsHaveModels() {
        var brands = vocabulary.all(CarField.BRAND);
        assertTrue(brands.size() >= 60, "" + brands.size());
        long withModels = brands.stream().filter(brand -> models(brand, "").size() >= 8).count();
        assertTrue(withModels >= 25, "" + withModels);
    }

    private List<String> suggestions(CarField field, String typed) {
        return vocabulary.suggestions(field, CarDraft.EMPTY, typed);
    }

    private List<String> models(String brand, String typed) {
        return vocabulary.suggestions(CarField.MODEL, CarDraft.EMPTY.with(CarField.BRAND, brand), typed);
    }
}
