package app.forecourt.sharing.server;

import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateKeys;
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
 * @param dealership the id of the dealership as sent
 */
public record DuplicateGuardColumns(
        Optional<Profile> environment,
        Optional<UUID> car,
        DuplicateKeys keys,
        Optional<String> dealership,
        Optional<SubmissionState> state,
        UserVerdict verdict) {
    /** The facts of an item that is no submission. */
    public static final DuplicateGuardColumns NONE = new DuplicateGuardColumns(
            Optional.empty(),
            Optional.empty(),
            DuplicateKeys.NONE,
            Optional.empty(),
            Optional.empty(),
            UserVerdict.NONE);

    private static final JsonMapper JSON = new JsonMapper();

    /** Returns the facts of a submission. */
    public static DuplicateGuardColumns of(Submission submission) {
        return of(
                Optional.of(submission.profile()),
                Optional.of(submission.car()),
                submission.payload(),
                Optional.of(submission.state()),
                submission.verdict());
    }

    /** Returns the facts in a payload, with what else is known of its submission. */
    public static DuplicateGuardColumns of(
            Optional<Profile> environment,
            Optional<UUID> car,
            String json,
            Optional<SubmissionState> state,
            UserVerdict verdict) {
        JsonNode payload = read(json);
        return new DuplicateGuardColumns(
                environment,
                car,
                DuplicateKeys.of(field -> text(payload, field)),
                text(payload, CarField.DEALERSHIP_ID),
                state,
                verdict);
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
