package app.forecourt.settings;

import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.settings.Setting.CLIENT_ID;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertContains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
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

    private DealershipRepository repository() {
        return new DealershipRepository(home.preferences(), "practice");
    }

    private DealershipRepository repository(Dealership... rows) {
        DealershipRepository repository = repository();
        repository.save(List.of(rows));
        return repository;
    }

    private List<Dealership> read(String text) throws IOException {
        home.close();
        home.write(text);
        return repository().stored();
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
        home.write("{\"later\": [1], \"clientId\": \"id\"}");
        repository(SOUTH, EAST);
        home.close();
        assertEquals(List.of(SOUTH, EAST), repository().stored());
        assertEquals("id", home.preferences().get(CLIENT_ID));
        assertContains("\"later\"", Files.readString(home.preferencesFile()));
    }

    @Test
    void idsOfEarlierVersionBecomeDefault() throws IOException {
        assertEquals(
                List.of(new Dealership("", "s", "p")),
                read("{\"stagingDealershipId\": \" s\\n\", \"productionDealershipId\": \"p\"}"));
        assertEquals(List.of(new Dealership("", "", "p")), read("{\"productionDealershipId\": \"p\"}"));
        repository(SOUTH);
        home.close();
        assertFalse(Files.readString(home.preferencesFile()).contains("productionDealershipId"));
        assertEquals(List.of(SOUTH), repository().stored());
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
        assertEquals(
                DealershipRepository.MAX_COUNT,
                read("{\"dealerships\": [" + "{\"staging\": \"s\"},".repeat(150) + "{}]}")
                        .size());
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
        home.variables.put("FORECOURT_DEALERSHIP_ID", " managed ");
        DealershipRepository repository = repository(SOUTH, NORTH);
        assertEquals(Optional.of("managed"), repository.fixedDefault());
        assertEquals(List.of("managed", "n-s"), repository.ids(STAGING));
        assertEquals(List.of("managed", "n-p"), repository.ids(PRODUCTION));
        assertEquals(Optional.of("South"), repository.name(STAGING, "managed"));
        assertEquals(Optional.of("managed"), repository.counterpart("managed", STAGING, PRODUCTION));
        assertEquals(List.of(SOUTH, NORTH), repository.stored(), "what was typed is kept");
    }

    @Test
    void blankDefaultWithOutsideIdStaysFirst() {
        home.variables.put("FORECOURT_DEALERSHIP_ID", "managed");
        assertEquals(
                List.of("managed", "n-s"), repository(Dealership.BLANK, NORTH).ids(STAGING));
    }
}
