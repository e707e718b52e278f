package app.forecourt.sharing.server;

import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateKey;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.UserVerdict;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.UUID;

/**
 * What the duplicate guard needs of a submission. The server has it in columns, because it does not read documents.
 *
 * @param vin the VIN as a {@link DuplicateKey}
 * @param plate the plate as a {@link DuplicateKey}
 * @param number the stock number as a {@link DuplicateKey}
 * @param dealership the id of the dealership as sent
 */
public record SubmissionKeys(
        Optional<Profile> environment,
        Optional<UUID> car,
        Optional<String> vin,
        Optional<String> plate,
        Optional<String> number,
        Optional<String> dealership,
        Optional<SubmissionState> state,
        UserVerdict verdict) {
    /** The keys of an item that is no submission. */
    public static final SubmissionKeys NONE = new SubmissionKeys(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            UserVerdict.NONE);

    private static final JsonMapper JSON = new JsonMapper();

    /** Returns the keys of a submission, from its payload. */
    public static SubmissionKeys of(Submission submission) {
        return of(
                Optional.of(submission.profile()),
                Optional.of(submission.car()),
                submission.payload(),
                Optional.of(submission.state()),
                submission.verdict());
    }

    /** Returns the keys in a payload, with what else is known of its submission. */
    public static SubmissionKeys of(
            Optional<Profile> environment,
            Optional<UUID> car,
            String json,
            Optional<SubmissionState> state,
            UserVerdict verdict) {
        JsonNode payload = read(json);
        return new SubmissionKeys(
                environment,
                car,
                key(payload, CarField.VIN),
                key(payload, CarField.LICENSE_PLATE),
                key(payload, CarField.INTERNAL_ID),
                text(payload, CarField.DEALERSHIP_ID),
                state,
                verdict);
    }

    private static Optional<String> key(JsonNode payload, CarField field) {
        return text(payload, field).flatMap(text -> DuplicateKey.of(field, text));
    }

    private static Optional<String> text(JsonNode payload, CarField field) {
        return Optional.of(payload.path(field.apiName()).asText("")).filter(text -> !text.isEmpty());
    }

    /** Returns a missing node for a text that is no JSON, because the journal may have damaged rows. */
    private static JsonNode read(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException damaged) {
            return MissingNode.getInstance();
        }
    }
}
