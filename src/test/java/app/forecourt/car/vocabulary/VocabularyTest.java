package app.forecourt.car.vocabulary;

import static app.forecourt.car.CarField.BODY_COLOR;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.check.ProblemCases;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of known words: spelling, suggestions, synonyms and the user's own words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated("changes the language of all")
class VocabularyTest {
    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.of("nl"), Locale.GERMAN, Locale.FRENCH);

    private final Vocabulary vocabulary = Vocabulary.bundled();

    @ParameterizedTest
    @CsvSource({
        "TRANSMISSION,Semi-automatic,semi_automatic",
        "TRANSMISSION,SEMI AUTOMATIC,semi_automatic",
        "TRANSMISSION,semiautomatic,semi_automatic",
        "FUEL_TYPE,Plug-in hybrid,plugin_hybrid",
        "BRAND,\u0160koda,skoda",
        "BRAND,S\u030Ckoda,skoda",
        "BRAND,Mercedes Benz,mercedes-benz",
        "BRAND,Citro\u00EBn,citroen",
        "BRAND,' BMW\u00A0',bmw",
        "MODEL,X6,x6",
        "MODEL,c class,c-class",
        "MODEL,C-Klasse,c-class",
        "MODEL,3er Reihe,3 series",
        "BODY_TYPE,SUV,suv",
        "CURRENCY,eur,EUR",
        "MILEAGE_UNIT,km,KM",
        "BODY_COLOR,zwart,black",
        "BODY_COLOR,SCHWARZ,black",
        "BODY_COLOR,noir,black",
        "BODY_COLOR,Wei\u00DF,white",
        "BODY_TYPE,Kombi,estate",
        "BODY_TYPE,Break,estate",
        "BODY_TYPE,stationcar,estate",
        "BODY_TYPE,Van,van",
        "BODY_TYPE,Limousine,sedan",
        "FUEL_TYPE,Euro 95,petrol",
        "FUEL_TYPE,benzin,petrol",
        "FUEL_TYPE,Hybride rechargeable,plugin_hybrid",
        "FUEL_TYPE,Electrique,electric",
        "TRANSMISSION,halfautomaat,semi_automatic",
        "MILEAGE_UNIT,Kilometer,KM",
        "MILEAGE_UNIT,Meilen,MI",
        "BRAND,VW,volkswagen",
        "BRAND,Mercedes,mercedes-benz"
    })
    void spellingOrNameInAnyLanguageIsKnown(CarField field, String typed, String word) {
        assertEquals(word, vocabulary.canonicalWord(field, typed));
        assertTrue(vocabulary.knows(field, typed));
    }

    @ParameterizedTest
    @CsvSource({
        "FUEL_TYPE,' Wood Gas ',wood gas",
        "BRAND,Gro\u00DFkarren,gro\u00DFkarren",
        "BRAND,TITI,titi",
        "BRAND,B.M.W.,b.m.w.",
        "BODY_TYPE,'-','-'",
        "CURRENCY,xxx,XXX",
        "VERSION,2.3 TDCI,2.3 tdci",
        "BRAND,S\u00E0\u00E1b\u00E9,s\u00E0\u00E1b\u00E9"
    })
    void unknownWordIsSentAsTyped(CarField field, String typed, String word) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr"));
        try {
            assertEquals(word, vocabulary.canonicalWord(field, typed));
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Words with the prefix come first. Case, accents and separators do not count. */
    @ParameterizedTest
    @CsvSource({
        "BRAND,mi,MINI|Mitsubishi|Microcar",
        "BRAND,r,Renault|Rolls-Royce|Land Rover|Alfa Romeo",
        "BRAND,CITRO\u00CB,Citro\u00EBn",
        "BRAND,Alfa-R,Alfa Romeo",
        "BRAND,alfar,Alfa Romeo",
        "BRAND,benz,Mercedes-Benz",
        "BRAND,vw,Volkswagen",
        "BRAND,zzz,",
        "TRANSMISSION,semi a,Semi-automatic",
        "TRANSMISSION,auto,Automatic|Semi-automatic",
        // The user's language comes before other languages.
        "BODY_COLOR,bl,Black|Blue|White",
        "MILEAGE_UNIT,'',km|miles",
        "VERSION,'',"
    })
    void textIsCompletedToKnownWords(CarField field, String typed, @Nullable String words) {
        assertEquals(words == null ? List.of() : List.of(words.split("\\|")), suggestions(field, typed));
    }

    @Test
    void emptyTextSuggestsAllWords() {
        assertEquals(vocabulary.words(BRAND).size(), suggestions(BRAND, "").size());
        assertEquals("Volkswagen", suggestions(BRAND, " ").getFirst());
    }

    private String beginning(CarField field, String brand, String text) {
        return vocabulary
                .findLeadingWord(field, brand, text)
                .map(begun -> begun.word() + "|" + begun.rest())
                .orElse("");
    }

    /** A Fiat is called 500, so no other car begins with it. */
    @ParameterizedTest
    @CsvSource({
        "MODEL,volkswagen,GOLF VARIANT 1.4,golf|VARIANT 1.4",
        "MODEL,volkswagen,' Golf-Plus ',golf plus|",
        "MODEL,volkswagen,golf  plus - tsi,golf plus|tsi",
        "BRAND,'',TESLA MOTORS,tesla|MOTORS",
        "BRAND,'',MERCEDES-AMG,mercedes-benz|AMG",
        "BRAND,'',MERCEDES-BENZ,mercedes-benz|",
        "MODEL,volkswagen,GOLFER,''",
        "MODEL,mercedes-benz,500 SL,''",
        "MODEL,no such brand,GOLF,''",
        "MODEL,volkswagen,NEW GOLF,''",
        "BRAND,'','',''",
        "BRAND,'',' - ',''"
    })
    void longestKnownWordAtTheStartIsFound(CarField field, String brand, String text, String found) {
        assertEquals(found, beginning(field, brand, text));
    }

    @Test
    void modelsAreThoseOfTheBrand() {
        assertEquals(List.of("X6"), models("BMW", "x6"));
        assertEquals(List.of("A-Class"), models(" mercedes benz ", "A c"));
        assertEquals("Range Rover Evoque", models("Land-Rover", "").getFirst());
        assertEmpty(models("bmw", "golf"));
        assertEmpty(models("", "golf"));
        assertEmpty(models("no such brand", ""));
    }

    @ParameterizedTest
    @EnumSource(
            value = CarField.class,
            names = {
                "BRAND",
                "MODEL",
                "BODY_TYPE",
                "BODY_COLOR",
                "FUEL_TYPE",
                "TRANSMISSION",
                "CURRENCY",
                "MILEAGE_UNIT"
            })
    void everyWordIsSentUnchanged(CarField field) {
        assertFalse(vocabulary.words(field).isEmpty());
        for (String word : vocabulary.words(field)) {
            assertEquals(word, vocabulary.canonicalWord(field, word));
            assertTrue(ProblemCases.errors(field, word).isEmpty(), word);
        }
    }

    @Test
    void everyLineOfTheBundledFileIsUsable() {
        assertEmpty(new VocabularyIndex().add(VocabularySources.bundled()));
    }

    @ParameterizedTest
    @EnumSource(
            value = CarField.class,
            names = {"FUEL_TYPE", "BODY_TYPE", "TRANSMISSION", "BODY_COLOR", "MILEAGE_UNIT"})
    void everyWordHasAKnownNameInAllLanguages(CarField field) {
        var lexicon = new VocabularyIndex();
        lexicon.add(VocabularySources.bundled());
        assertFalse(vocabulary.words(field).isEmpty());
        for (String word : vocabulary.words(field)) {
            for (Locale locale : LANGUAGES) {
                assertFalse(lexicon.names(field, word, locale).isEmpty(), word + " in " + locale);
                String label = vocabulary.label(field, word, locale);
                assertEquals(lexicon.label(field, word, locale).orElseThrow(), label);
                assertEquals(word, vocabulary.canonicalWord(field, label));
                assertEquals(Optional.of(word), ProblemCases.parsedValue(field, label));
                assertTrue(
                        vocabulary
                                .suggestions(field, CarDraft.EMPTY, label, locale)
                                .contains(label),
                        label);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BODY_TYPE,estate,nl-BE,Stationwagen",
        "BODY_TYPE,estate,de-DE,Kombi",
        "BODY_TYPE,estate,fr,Break",
        "BODY_TYPE,estate,pl,Estate",
        "BRAND,volkswagen,de-DE,Volkswagen",
        "BRAND,opel,de-DE,Opel",
        "BODY_TYPE,tuktuk,en-GB,tuktuk",
        "CURRENCY,EUR,en-GB,EUR"
    })
    void labelFallsBackToEnglishThenToTheWord(CarField field, String word, String language, String label) {
        assertEquals(label, vocabulary.label(field, word, Locale.forLanguageTag(language)));
    }

    @ParameterizedTest
    @CsvSource({
        "CURRENCY,eur,true",
        "CURRENCY,' jpy ',true",
        "CURRENCY,XYZ,false",
        "BRAND,titi,false",
        "BRAND,'',false",
        "VERSION,2.3 TDCI,false"
    })
    void allWordsAndCurrenciesAreKnown(CarField field, String text, boolean known) {
        assertEquals(known, vocabulary.knows(field, text));
    }

    @ParameterizedTest
    @CsvSource({
        "BRAND,opel,Opel",
        "BRAND,OPEL,Opel",
        "BRAND,bmw,BMW",
        "BRAND,vw,Volkswagen",
        "BRAND,mini,MINI",
        "BRAND,ds,DS",
        "BRAND,byd,BYD",
        "BRAND,Skoda,\u0160koda",
        "BRAND,Kia,Kia",
        "BRAND,mercedes benz,Mercedes-Benz",
        "BRAND,land rover,Land Rover",
        "MODEL,' corsa ',Corsa",
        "MODEL,x6,X6",
        "MODEL,cla,CLA",
        "MODEL,id.3,ID.3",
        "MODEL,id. buzz,ID. Buzz",
        "MODEL,c3,C3",
        "MODEL,c hr,C-HR",
        "MODEL,RIO,Rio",
        "MODEL,range rover evoque,Range Rover Evoque",
        "MODEL,q4 e-tron,Q4 e-tron",
        "MODEL,i30,i30"
    })
    void knownNameIsShownAsPeopleWriteIt(CarField field, String typed, String shown) {
        assertEquals(shown, vocabulary.displayName(field, typed));
    }

    @ParameterizedTest
    @CsvSource({
        "BRAND,tuk-tuk works,Tuk-Tuk Works",
        "BRAND,TITI,TITI",
        "BRAND,ope,Ope",
        "MODEL,golf GTI,golf GTI",
        "MODEL,golf gti,Golf Gti",
        "MODEL,-,-",
        "BRAND,'',''",
        "BRAND,' ',''"
    })
    void unknownNameStaysButForFirstLetters(CarField field, String typed, String shown) {
        assertEquals(shown, vocabulary.displayName(field, typed));
    }

    @ParameterizedTest
    @CsvSource({
        "BODY_TYPE,hatch,Hatchback",
        "BODY_TYPE,wagon,wagon",
        "BODY_TYPE,hatc,hatc",
        "TRANSMISSION,auto,Automatic",
        "BRAND,merc,Mercedes-Benz",
        "BRAND,vw,vw"
    })
    void beginningOfFirstNameIsShownAsName(CarField field, String typed, String shown) {
        assertEquals(shown, vocabulary.shownText(field, typed, Locale.UK));
    }

    @ParameterizedTest
    @EnumSource(
            value = CarField.class,
            names = {"BRAND", "MODEL"})
    void shownNameIsSentAsItsWord(CarField field) {
        for (String word : vocabulary.words(field)) {
            String shown = vocabulary.displayName(field, word);
            assertEquals(word, vocabulary.canonicalWord(field, shown));
            assertEquals(Optional.of(word), ProblemCases.parsedValue(field, shown));
            assertEquals(shown, vocabulary.displayName(field, shown));
        }
    }

    @Test
    void suggestionsAreInTheUsersLanguage() {
        assertEquals(List.of("Schwarz"), vocabulary.suggestions(BODY_COLOR, CarDraft.EMPTY, "zwar", Locale.GERMAN));
        assertEquals(List.of("Noir"), vocabulary.suggestions(BODY_COLOR, CarDraft.EMPTY, "Schw", Locale.FRANCE));
        assertEquals(
                List.of("Hybride rechargeable"),
                vocabulary.suggestions(FUEL_TYPE, CarDraft.EMPTY, "plugin_h", Locale.FRANCE));

        assertEquals("Golf", models("VW", "").getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "BRAND,volkswagn,volkswagen",
        "BRAND,Wolksvagen,volkswagen",
        "BRAND,bwm,bmw",
        "BRAND,Mercedez,mercedes-benz",
        "BRAND,Reanult,renault",
        "FUEL_TYPE,petroll,petrol",
        "FUEL_TYPE,Benzien,petrol",
        "BODY_COLOR,Schwartz,black",
        "CURRENCY,EURO,EUR",
        "BODY_COLOR,donkerblauw,blue",
        "BODY_COLOR,donkergrijs metallic,grey",
        "BODY_COLOR,parelwit,white",
        "FUEL_TYPE,benzine/lpg,petrol",
        "TRANSMISSION,automatik,''",
        "TRANSMISSION,automattic,automatic"
    })
    void mistypedWordHasANearWord(CarField field, String typed, String nearest) {
        assertEquals(
                nearest, vocabulary.nearest(field, typed).stream().findFirst().orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"BRAND,xyz", "BRAND,d", "BRAND,''", "BRAND,bmw", "MODEL,golff", "VERSION,diesel"})
    void distantOrKnownTextHasNoNearWord(CarField field, String typed) {
        assertEmpty(vocabulary.nearest(field, typed));
    }

    @Test
    void fewWordsAreNear() {
        assertEmpty(vocabulary.nearest(BRAND, "volkswagn" + " ".repeat(60) + "x"));
        assertEquals(List.of("fiat", "kia"), vocabulary.nearest(BRAND, "fia"));
        assertTrue(vocabulary.nearest(BODY_COLOR, "gre").size() <= 3);
    }

    @ParameterizedTest
    @CsvSource({
        "WVWZZZ1KZAW000001,volkswagen",
        "wau zzz 8k,audi",
        "WBA,bmw",
        "WBSXXXX,bmw",
        "WMW,mini",
        "WDB,mercedes-benz",
        "WDD,mercedes-benz",
        "W1K,mercedes-benz",
        "WP0,porsche",
        "WF0,ford",
        "VF3,peugeot",
        "VR3,peugeot",
        "VR7,citroen",
        "ZAR,alfa romeo",
        "ZFF,ferrari",
        "TMB,skoda",
        "YV1,volvo",
        "SJN,nissan",
        "JTD,toyota",
        "NMT,toyota",
        "SAL,land rover",
        "SAJ,jaguar",
        "5YJ,tesla",
        "LRW,tesla",
        "XP7,tesla",
        "WBY,bmw",
        "WME,smart",
        "UU1,dacia",
        "KNA,kia",
        "KNE,kia",
        "TRU,audi",
        "WP1,porsche",
        "JTH,lexus",
        "JMZ,mazda",
        "JHM,honda",
        "SHH,honda"
    })
    void firstThreeCharactersGiveTheBrand(String vin, String brand) {
        assertEquals(Set.of(brand), vocabulary.brandsOfVin(vin));
    }

    @ParameterizedTest
    @CsvSource({
        "W0L,opel",
        "W0V,opel",
        "VF1,renault",
        "VF7,citroen",
        "VF7,ds",
        "VR1,ds",
        "ZFA,fiat",
        "ZFA,abarth",
        "VSS,seat",
        "VSS,cupra",
        "TMA,hyundai",
        "U5Y,kia",
        "SB1,toyota",
        "VNK,toyota",
        "KMH,hyundai",
        "TSM,suzuki"
    })
    void sharedCodeHasSeveralBrands(String vin, String brand) {
        assertTrue(vocabulary.brandsOfVin(vin).contains(brand), vin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "W", "WV", "XXX", "\uD83D\uDE97\uD83D\uDE97"})
    void unknownCodeHasNoBrand(String vin) {
        assertEmpty(vocabulary.brandsOfVin(vin));
    }

    @Test
    void commonBrandsHaveModels() {
        var brands = vocabulary.words(BRAND);
        assertTrue(brands.size() >= 60, "" + brands.size());
        long withModels =
                brands.stream().filter(brand -> models(brand, "").size() >= 8).count();
        assertTrue(withModels >= 25, "" + withModels);
    }

    private List<String> suggestions(CarField field, String typed) {
        return vocabulary.suggestions(field, CarDraft.EMPTY, typed, Locale.UK);
    }

    private List<String> models(String brand, String typed) {
        return vocabulary.suggestions(MODEL, CarDraft.EMPTY.with(BRAND, brand), typed, Locale.UK);
    }
}
