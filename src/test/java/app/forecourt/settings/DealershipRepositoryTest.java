package app.forecourt.settings;

import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stored dealerships: saving, reading of damaged files, and ids by profile. */
class DealershipRepositoryTest {
    private static final Dealership SOUTH = new Dealership("South", "s-s", "s-p");
    private static final Dealership NORTH = new Dealership("North", "n-s", "n-p");
    private static final Dealership EAST = new Dealership("", "e-s", "");

    @RegisterExtension
    final TestHome home = new TestHome();

    private Path file;

    @BeforeEach
    void setFile() {
        file = home.resolve("preferences.json");
    }

    private Preferences preferences(Map<String, String> variables) {
        return Preferences.open(file, new SystemEnvironment(variables::get, _ -> null), Runnable::run);
    }

    private DealershipRepository repository(Dealership... rows) {
        return repository(Map.of(), rows);
    }

    private DealershipRepository repository(Map<String, String> variables, Dealership... rows) {
        DealershipRepository repository = new DealershipRepository(preferences(variables), "practice");
        repository.save(List.of(rows));
        return repository;
    }

    private List<Dealership> read(String text) throws IOException {
        Files.writeString(file, text);
        return new DealershipRepository(preferences(Map.of()), "practice").stored();
    }

    @Test
    void missingDealershipsHaveBlankDefault() {
        DealershipRepository repository = repository();
        assertEquals(List.of(Dealership.BLANK), repository.stored());
        assertEquals("", repository.defaultId(STAGING));
        assertEmpty(repository.ids(PRODUCTION));
        assertEquals("practice", repository.defaultId(PRACTICE));
    }

    @Test
    void savedDealershipsSurviveRestart() throws IOException {
        Files.writeString(file, "{\"later\": [1], \"clientId\": \"id\"}");
        try (Preferences preferences = preferences(Map.of())) {
            new DealershipRepository(preferences, "practice").save(List.of(SOUTH, EAST));
        }
        Preferences reopened = preferences(Map.of());
        assertEquals(List.of(SOUTH, EAST), new DealershipRepository(reopened, "practice").stored());
        assertEquals("id", reopened.get(Setting.CLIENT_ID));
        assertTrue(Files.readString(file).contains("\"later\""));
    }

    @Test
    void idsOfEarlierVersionBecomeDefault() throws IOException {
        assertEquals(
                List.of(new Dealership("", "s", "p")),
                read("{\"stagingDealershipId\": \" s\\n\", \"productionDealershipId\": \"p\"}"));
        assertEquals(List.of(new Dealership("", "", "p")), read("{\"productionDealershipId\": \"p\"}"));
        try (Preferences preferences = preferences(Map.of())) {
            new DealershipRepository(preferences, "practice").save(List.of(SOUTH));
        }
        assertFalse(Files.readString(file).contains("productionDealershipId"));
        assertEquals(List.of(SOUTH), new DealershipRepository(preferences(Map.of()), "practice").stored());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dealerships\": 7}",
                "{\"dealerships\": {\"name\": \"x\"}}",
                "{\"dealerships\": []}",
                "{\"dealerships\": null}",
                "{\"dealerships\": [[\"x\"], 1, null, \"x\"]}",
                "{\"dealerships\": [{\"name\": 1, \"staging\": [\"x\"], \"production\": {}}]}",
                "{\"stagingDealershipId\": 5, \"productionDealershipId\": [\"x\"]}"
            })
    void invalidMembersAreIgnored(String text) throws IOException {
        assertEquals(List.of(Dealership.BLANK), read(text));
    }

    @Test
    void validRowsAmongInvalidOnesAreRead() throws IOException {
        assertEquals(List.of(SOUTH, EAST), read("""
                        {"dealerships": [1, {"name": "South", "staging": " s-s\\u00a0", "production": "\\u200bs-p\\n"},
                        {}, {"name": "%s", "staging": "e-s"}]}""".formatted("x".repeat(101))));
    }

    @Test
    void atMost100DealershipsAreRead() throws IOException {
        String rows = String.join(
                ",",
                IntStream.range(0, 150)
                        .mapToObj(row -> "{\"staging\": \"s-" + row + "\"}")
                        .toList());
        assertEquals(
                DealershipRepository.MAX_COUNT,
                read("{\"dealerships\": [" + rows + "]}").size());
    }

    @Test
    void blankRowsAreNotSaved() {
        assertEquals(
                List.of(SOUTH, NORTH),
                repository(Dealership.BLANK, SOUTH, Dealership.BLANK, NORTH).stored());
    }

    @Test
    void eachProfileHasItsOwnIds() {
        DealershipRepository repository = repository(SOUTH, NORTH, EAST);
        assertEquals(List.of("s-s", "n-s", "e-s"), repository.ids(STAGING));
        assertEquals(List.of("s-p", "n-p"), repository.ids(PRODUCTION));
        assertEquals("s-p", repository.defaultId(PRODUCTION));
        assertEquals(Optional.of("North"), repository.name(PRODUCTION, "n-p"));
        assertEquals(Optional.empty(), repository.name(PRODUCTION, "n-s"), "that is staging's");
        assertEquals(Optional.empty(), repository.name(STAGING, "e-s"), "it has no name");
        assertEquals(Optional.of("South"), repository.name(PRACTICE, "practice"));
    }

    @Test
    void counterpartIsIdOfSameDealership() {
        DealershipRepository repository = repository(SOUTH, NORTH, EAST);
        assertEquals(Optional.of("n-p"), repository.counterpart("n-s", STAGING, PRODUCTION));
        assertEquals(Optional.of("n-s"), repository.counterpart("n-p", PRODUCTION, STAGING));
        assertEmpty(repository.counterpart("e-s", STAGING, PRODUCTION));
        assertEmpty(repository.counterpart("n-p", STAGING, PRODUCTION));
        assertEmpty(repository.counterpart("", PRODUCTION, STAGING));
    }

    @Test
    void practiceIdsLeadBackToEachDealership() {
        DealershipRepository repository = repository(SOUTH, NORTH, EAST, new Dealership("", "", "w".repeat(100)));
        assertEquals(4, repository.ids(PRACTICE).size());
        for (Profile profile : List.of(STAGING, PRODUCTION)) {
            for (String id : repository.ids(profile)) {
                String practiceId =
                        repository.counterpart(id, profile, PRACTICE).orElseThrow();
                assertTrue(practiceId.length() <= Dealership.MAX_LENGTH, practiceId);
                assertEquals(Optional.of(id), repository.counterpart(practiceId, PRACTICE, profile));
            }
        }
    }

    @Test
    void idFromOutsideReplacesDefaultOnly() {
        DealershipRepository repository = repository(Map.of("FORECOURT_DEALERSHIP_ID", " managed "), SOUTH, NORTH);
        assertEquals(Optional.of("managed"), repository.fixedDefault());
        assertEquals(List.of("managed", "n-s"), repository.ids(STAGING));
        assertEquals(List.of("managed", "n-p"), repository.ids(PRODUCTION));
        assertEquals(Optional.of("South"), repository.name(STAGING, "managed"));
        assertEquals(Optional.of("managed"), repository.counterpart("managed", STAGING, PRODUCTION));
        assertEquals(List.of(SOUTH, NORTH), repository.stored(), "what was typed is kept");
    }

    @Test
    void blankDefaultWithOutsideIdStaysFirst() {
        DealershipRepository repository =
                repository(Map.of("FORECOURT_DEALERSHIP_ID", "managed"), Dealership.BLANK, NORTH);
        assertEquals(List.of("managed", "n-s"), repository.ids(STAGING));
    }
}
