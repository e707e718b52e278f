package app.forecourt.practice;

import static app.forecourt.practice.PracticeFixture.body;
import static app.forecourt.practice.PracticeFixture.contentType;
import static app.forecourt.practice.PracticeFixture.paths;
import static app.forecourt.practice.PracticeFixture.smallCar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the option lists of the practice server. */
class PracticeOptionsTest {

    @ParameterizedTest
    @EnumSource
    void optionHasMembersOfVendorSample(PracticeOptions which) throws Exception {
        JsonNode options = options(which);
        List<String> names = texts(options, "name");
        assertTrue(names.size() >= 170, "only " + names.size());
        assertTrue(names.containsAll(List.of("tempomat", "keyless_central_door_lock", "driver_drowsiness_detection")));
        for (JsonNode option : options) {
            assertEquals(
                    List.of("esaco_identifier", "name", "prettyName", "uuid"),
                    option.propertyStream().map(Map.Entry::getKey).toList());
            assertTrue(option.path("esaco_identifier").isInt());
            assertEquals(
                    option.path("uuid").asText(),
                    UUID.fromString(option.path("uuid").asText()).toString());
            assertTrue(option.path("name").asText().matches("[a-z0-9_]+"), option::toString);
            assertTrue(option.path("prettyName").asText().matches("[A-Z0-9][^_]+"), option::toString);
        }
        for (String member : List.of("name", "uuid", "prettyName")) {
            assertEquals(names.size(), Set.copyOf(texts(options, member)).size(), member);
        }
    }

    @Test
    void listsDifferByAFewOptions() throws Exception {
        var production = Set.copyOf(texts(options(PracticeOptions.PRODUCTION_LIKE), "name"));
        var staging = Set.copyOf(texts(options(PracticeOptions.STAGING_LIKE), "name"));

        for (int gone : List.of(minus(production, staging), minus(staging, production))) {
            assertTrue(gone >= 3 && gone <= 10, "differ by " + gone);
        }
    }

    @Test
    void optionOfOtherListIsRefused() throws Exception {
        var car = smallCar();
        car.putArray("options").add("abs").add("digital_key");

        try (var fixture = new PracticeFixture()) {
            assertEquals(List.of("options[1]"), paths(fixture.sendCar(car)));
        }
        try (var fixture = new PracticeFixture(() -> PracticeServer.start(PracticeOptions.STAGING_LIKE))) {
            assertEquals(201, fixture.sendCar(car).statusCode());
        }
    }

    private static JsonNode options(PracticeOptions which) throws Exception {
        try (var fixture = new PracticeFixture(() -> PracticeServer.start(which))) {
            var response = fixture.get("/api/options");
            assertEquals(200, response.statusCode());
            assertEquals("application/json", contentType(response));
            return body(response);
        }
    }

    private static List<String> texts(JsonNode options, String member) {
        return options.valueStream().map(option -> option.path(member).asText()).toList();
    }

    private static int minus(Set<String> some, Set<String> others) {
        var left = new HashSet<>(some);
        left.removeAll(others);
        return left.size();
    }
}
