package app.forecourt.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.settings.DealershipRepository.Given;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk's own dealerships: kept, read back whatever happened to the file, and known on each profile. */
class DealershipRepositoryTest {
    private static final Dealership SOUTH = new Dealership("South", "s-s", "s-p");
    private static final Dealership NORTH = new Dealership("North", "n-s", "n-p");
    private static final Dealership EAST = new Dealership("", "e-s", "");

    @TempDir
    private Path home;
    private Path file;

    @BeforeEach
    void inAFile() {
        file = home.resolve("preferences.json");
    }

    private Preferences preferences(Map<String, String> variables) {
        return Preferences.open(file, new SystemEnvironment(variables::get, any -> null), Runnable::run);
    }

    private DealershipRepository own(Dealership... rows) {
        return own(Map.of(), rows);
    }

    private DealershipRepository own(Map<String, String> variables, Dealership... rows) {
        DealershipRepository own = new DealershipRepository(preferences(variables), "practice");
        own.put(List.of(rows));
        return own;
    }

    private List<Dealership> read(String text) throws IOException {
        Files.writeString(file, text);
        return new DealershipRepository(preferences(Map.of()), "practice").typed();
    }

    @Test
    void withNoneTheDefaultIsBlankAndPracticeHasOne() {
        DealershipRepository own = own();
        assertEquals(List.of(Dealership.BLANK), own.typed());
        assertEquals("", own.standard(Profile.STAGING));
        assertEquals(List.of(), own.ids(Profile.PRODUCTION));
        assertEquals("practice", own.standard(Profile.PRACTICE));
    }

    @Test
    void keptOverARestartAndTheRestOfTheFileStays() throws IOException {
        Files.writeString(file, "{\"later\": [1], \"clientId\": \"id\"}");
        try (Preferences preferences = preferences(Map.of())) {
            new DealershipRepository(preferences, "practice").put(List.of(SOUTH, EAST));
        }
        Preferences again = preferences(Map.of());
        assertEquals(List.of(SOUTH, EAST), new DealershipRepository(again, "practice").typed());
        assertEquals("id", again.get(Setting.CLIENT_ID));
        assertTrue(Files.readString(file).contains("\"later\""));
    }

    @Test
    void whatAnEarlierVersionHadBecomesTheFirst() throws IOException {
        assertEquals(List.of(new Dealership("", "s", "p")),
                read("{\"stagingDealershipId\": \" s\\n\", \"productionDealershipId\": \"p\"}"));
        assertEquals(List.of(new Dealership("", "", "p")), read("{\"productionDealershipId\": \"p\"}"));
        try (Preferences preferences = preferences(Map.of())) {
            new DealershipRepository(preferences, "practice").put(List.of(SOUTH));
        }
        assertFalse(Files.readString(file).contains("productionDealershipId"));
        assertEquals(List.of(SOUTH), new DealershipRepository(preferences(Map.of()), "practice").typed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"dealerships\": 7}", "{\"dealerships\": {\"name\": \"x\"}}",
        "{\"dealerships\": []}", "{\"dealerships\": null}", "{\"dealerships\": [[\"x\"], 1, null, \"x\"]}",
        "{\"dealerships\": [{\"name\": 1, \"staging\": [\"x\"], \"production\": {}}]}",
        "{\"stagingDealershipId\": 5, \"productionDealershipId\": [\"x\"]}"})
    void whatAHandHasSpoiledIsAsIfNotThere(String text) throws IOException {
        assertEquals(List.of(Dealership.BLANK), read(text));
    }

    @Test
    void whatIsSoundAmongTheSpoiledIsRead() throws IOException {
        assertEquals(List.of(SOUTH, EAST),
                read("""
                        {"dealerships": [1, {"name": "South", "staging": " s-s\\u00a0", "production": "\\u200bs-p\\n"},
                        {}, {"name": "%s", "staging": "e-s"}]}"""
                        .formatted("x".repeat(101))));
    }

    @Test
    void noMoreThanAHundredAreRead() throws IOException {
        String rows = String.join(",",
                IntStream.range(0, 150).mapToObj(row -> "{\"staging\": \"s-" + row + "\"}").toList());
        assertEquals(DealershipRepository.MOST, read("{\"dealerships\": [" + rows + "]}").size());
    }

    @Test
    void linesWithNothingInThemAreNotKept() {
        assertEquals(List.of(SOUTH, NORTH),
                own(Dealership.BLANK, SOUTH, Dealership.BLANK, NORTH).typed());
    }

    @Test
    void eachProfileHasItsOwnIds() {
        DealershipRepository own = own(SOUTH, NORTH, EAST);
        assertEquals(List.of("s-s", "n-s", "e-s"), own.ids(Profile.STAGING));
        assertEquals(List.of("s-p", "n-p"), own.ids(Profile.PRODUCTION));
        assertEquals("s-p", own.standard(Profile.PRODUCTION));
        assertEquals(Optional.of("North"), own.name(Profile.PRODUCTION, "n-p"));
        assertEquals(Optional.empty(), own.name(Profile.PRODUCTION, "n-s"), "that is staging's");
        assertEquals(Optional.empty(), own.name(Profile.STAGING, "e-s"), "it has no name");
        assertEquals(Optional.of("South"), own.name(Profile.PRACTICE, "practice"));
    }

    @Test
    void counterpartIsTheSameDealershipElsewhere() {
        DealershipRepository own = own(SOUTH, NORTH, EAST);
        assertEquals(Optional.of("n-p"), own.counterpart("n-s", Profile.STAGING, Profile.PRODUCTION));
        assertEquals(Optional.of("n-s"), own.counterpart("n-p", Profile.PRODUCTION, Profile.STAGING));
        assertEquals(Optional.empty(), own.counterpart("e-s", Profile.STAGING, Profile.PRODUCTION));
        assertEquals(Optional.empty(), own.counterpart("n-p", Profile.STAGING, Profile.PRODUCTION));
        assertEquals(Optional.empty(), own.counterpart("", Profile.PRODUCTION, Profile.STAGING));
    }

    @Test
    void practiceKnowsEachOneSoThatACarComesBackToIt() {
        DealershipRepository own = own(SOUTH, NORTH, EAST, new Dealership("", "", "w".repeat(100)));
        assertEquals(4, own.ids(Profile.PRACTICE).size());
        for (Profile profile : List.of(Profile.STAGING, Profile.PRODUCTION)) {
            for (String id : own.ids(profile)) {
                String there = own.counterpart(id, profile, Profile.PRACTICE).orElseThrow();
                assertTrue(there.length() <= Dealership.LONGEST, there);
                assertEquals(Optional.of(id), own.counterpart(there, Profile.PRACTICE, profile));
            }
        }
    }

    @Test
    void idFromOutsideStandsInForTheDefaultsAndTheOthersStay() {
        DealershipRepository own = own(Map.of("FORECOURT_DEALERSHIP_ID", " managed "), SOUTH, NORTH);
        assertEquals(Optional.of(new Given("managed", "FORECOURT_DEALERSHIP_ID")), own.given());
        assertEquals(List.of("managed", "n-s"), own.ids(Profile.STAGING));
        assertEquals(List.of("managed", "n-p"), own.ids(Profile.PRODUCTION));
        assertEquals(Optional.of("South"), own.name(Profile.STAGING, "managed"));
        assertEquals(Optional.of("managed"),
                own.counterpart("managed", Profile.STAGING, Profile.PRODUCTION));
        assertEquals(List.of(SOUTH, NORTH), own.typed(), "what was typed is kept");
    }

    @Test
    void defaultWithNothingButAnIdFromOutsideKeepsItsPlace() {
        DealershipRepository own = own(Map.of("FORECOURT_DEALERSHIP_ID", "managed"), Dealership.BLANK, NORTH);
        assertEquals(List.of("managed", "n-s"), own.ids(Profile.STAGING));
    }
}
