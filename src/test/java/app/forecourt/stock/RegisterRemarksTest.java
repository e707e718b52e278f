package app.forecourt.stock;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journal.database.DraftJson;
import app.forecourt.settings.Profile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the storage of the register's remarks on a car. */
class RegisterRemarksTest {
    private static final RegisterRemarks NOTE = new RegisterRemarks(
            "R759BK", Profile.STAGING, List.of("RECALLED", "TAXI"), Instant.parse("2026-11-26T10:00:00Z"));

    @Test
    void noteIsReadBack() throws JsonProcessingException {
        assertEquals(Optional.of(NOTE), read("{\"brand\":\"opel\",\"registerNote\":" + DraftJson.of(NOTE) + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"registerNote\":1}",
                "{\"registerNote\":{}}",
                "{\"registerNote\":{\"profile\":\"nowhere\",\"at\":\"2026-11-26T10:00:00Z\"}}",
                "{\"registerNote\":{\"profile\":\"staging\",\"at\":\"yesterday\"}}"
            })
    void damagedNoteIsEmpty(String draft) throws JsonProcessingException {
        assertEmpty(read(draft));
    }

    private static Optional<RegisterRemarks> read(String draft) throws JsonProcessingException {
        return DraftJson.registerNote(new ObjectMapper().readTree(draft));
    }
}
