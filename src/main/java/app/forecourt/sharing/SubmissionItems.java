package app.forecourt.sharing;

import app.forecourt.car.CarField;
import app.forecourt.journal.SyncRecords;
import app.forecourt.journal.database.SubmissionRows;
import app.forecourt.settings.Profile;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.merge.SubmissionDocument;
import app.forecourt.sharing.server.SharedItem.Kind;
import app.forecourt.sharing.server.SubmissionKeys;
import app.forecourt.stock.DuplicateKey;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.UserVerdict;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The submissions of the journal. A submission of another desk gets into the journal after it has ended, because only
 * its own desk may send it.
 */
final class SubmissionItems implements LocalItems {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SyncRecords journal;

    SubmissionItems(SyncRecords journal) {
        this.journal = journal;
    }

    @Override
    public Kind kind() {
        return Kind.SUBMISSION;
    }

    @Override
    public Map<UUID, String> stamps() {
        return journal.submissionStamps();
    }

    @Override
    public boolean isEarlier(String stamp, String than) {
        return SubmissionRows.changedAt(stamp).isBefore(SubmissionRows.changedAt(than));
    }

    @Override
    public Map<UUID, Present> find(List<UUID> ids) {
        Map<UUID, Present> present = new HashMap<>();
        journal.submissions(ids)
                .forEach((id, row) -> present.put(
                        id,
                        new Present(
                                SubmissionDocument.values(row.columns()),
                                Map.of(SubmissionDocument.ROW, SubmissionDocument.constants(row.columns())),
                                row.stamp(),
                                Optional.empty(),
                                false)));
        return present;
    }

    @Override
    public boolean isUnreadable(UUID id) {
        return journal.containsSubmission(id) && journal.submission(id).isEmpty();
    }

    /** Returns true if the journal has a submission, even one that can't be understood. */
    boolean contains(UUID id) {
        return journal.containsSubmission(id);
    }

    /** Returns true if a submission has ended, false if it is under way; empty if the journal can't tell. */
    Optional<Boolean> hasEnded(UUID id) {
        return hasEnded(journal, id);
    }

    /** Returns the other submissions of a submission's car. */
    List<UUID> othersOfCar(UUID submission) {
        return journal.submission(submission)
                .flatMap(row -> id(row.columns().path("car")))
                .map(car -> journal.submissionsOf(car).stream()
                        .filter(id -> !id.equals(submission))
                        .toList())
                .orElse(List.of());
    }

    /** Returns what {@link #hasEnded(UUID)} does. */
    static Optional<Boolean> hasEnded(SyncRecords journal, UUID id) {
        return journal.submission(id)
                .flatMap(row -> constant(SubmissionState.values(), row.columns().path("state")))
                .map(state -> !state.isUnderWay());
    }

    /** Returns true if the profile has the car by a submission, as far as the journal knows. */
    static boolean isThere(SyncRecords journal, UUID id) {
        return journal.submission(id)
                .filter(row -> constant(SubmissionState.values(), row.columns().path("state"))
                                .equals(Optional.of(SubmissionState.ACCEPTED))
                        || constant(UserVerdict.values(), row.columns().path("decision"))
                                .equals(Optional.of(UserVerdict.IT_IS_THERE)))
                .isPresent();
    }

    @Override
    public SharedDocument gone(UUID id, SharedDocument local, String author, Instant at) {
        return local;
    }

    @Override
    public boolean isKept(SharedDocument document) {
        return !SubmissionDocument.isUnderWay(document) && SubmissionRows.isSound(SubmissionDocument.row(document));
    }

    @Override
    public Map<UUID, String> write(List<Write> writes) {
        Map<UUID, String> stamps = new HashMap<>();
        List<Write> saved = new ArrayList<>();
        for (Write write : writes) {
            if (write.replaced().isPresent() && SubmissionDocument.isUnderWay(write.merged())) {
                // Only the outbox of this desk writes a submission that is under way.
                stamps.put(write.id(), write.replaced().get().stamp());
            } else {
                saved.add(write);
            }
        }
        List<Optional<String>> results = journal.saveSubmissions(saved.stream()
                .map(write -> new SyncRecords.MergedSubmission(
                        SubmissionDocument.row(write.merged()), write.replaced().map(Present::stamp)))
                .toList());
        for (int index = 0; index < saved.size(); index++) {
            UUID id = saved.get(index).id();
            results.get(index).ifPresent(stamp -> stamps.put(id, stamp));
        }
        return stamps;
    }

    /** Returns the car of a submission. */
    static Optional<UUID> car(SharedDocument document) {
        return id(SubmissionDocument.row(document).path("car"));
    }

    private static Optional<UUID> id(JsonNode text) {
        try {
            return Optional.of(UUID.fromString(text.asText("")));
        } catch (IllegalArgumentException anythingElse) {
            return Optional.empty();
        }
    }

    @Override
    public SubmissionKeys keys(SharedDocument document) {
        ObjectNode row = SubmissionDocument.row(document);
        JsonNode payload = payload(row.path("payload").asText(""));
        return new SubmissionKeys(
                Profile.ofKey(row.path("profile").asText("")),
                id(row.path("car")),
                key(payload, CarField.VIN),
                key(payload, CarField.LICENSE_PLATE),
                key(payload, CarField.INTERNAL_ID),
                text(payload, CarField.DEALERSHIP_ID),
                constant(SubmissionState.values(), row.path("state")),
                constant(UserVerdict.values(), row.path("decision")).orElse(UserVerdict.NONE));
    }

    private static JsonNode payload(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException damaged) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<String> key(JsonNode payload, CarField field) {
        return text(payload, field).flatMap(text -> DuplicateKey.of(field, text));
    }

    private static Optional<String> text(JsonNode payload, CarField field) {
        return Optional.of(payload.path(field.apiName()).asText("")).filter(text -> !text.isEmpty());
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, JsonNode word) {
        return Stream.of(constants)
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word.asText("")))
                .findFirst();
    }
}
