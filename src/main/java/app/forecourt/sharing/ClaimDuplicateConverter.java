package app.forecourt.sharing;

import app.forecourt.autochat.json.SentPayloadValues;
import app.forecourt.car.CarField;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.merge.SubmissionDocumentMapper;
import app.forecourt.sharing.server.ClaimResult;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.SubmissionState;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Converts the earlier submissions that the server's guard has found to those that the user is asked about. The journal
 * may not have them yet.
 */
final class ClaimDuplicateConverter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ClaimDuplicateConverter() {}

    /** Reads a submission of the server. Lacks what a damaged document lacks, because the id alone can be confirmed. */
    static DuplicateSubmission read(ClaimResult.Duplicate duplicate) {
        ObjectNode row = SubmissionDocumentMapper.row(
                SharedDocument.parse(duplicate.submission().document()).orElse(SharedDocument.EMPTY));
        String payload = row.path("payload").asText("");
        JsonNode sent = json(payload);
        return new DuplicateSubmission(
                duplicate.submission().id(),
                duplicate.car(),
                duplicate.sharedField(),
                state(row.path("state").asText("")),
                Instant.ofEpochMilli(row.path("begun").asLong()),
                Map.of(
                        CarField.BRAND,
                        sent.path(CarField.BRAND.apiName()).asText(""),
                        CarField.MODEL,
                        sent.path(CarField.MODEL.apiName()).asText("")),
                SentPayloadValues.price(payload));
    }

    /** Returns a state. A word that is no state counts as unknown. */
    private static SubmissionState state(String word) {
        return Stream.of(SubmissionState.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(SubmissionState.UNKNOWN);
    }

    private static JsonNode json(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JacksonException damaged) {
            return MissingNode.getInstance();
        }
    }
}
