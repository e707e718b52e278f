package app.forecourt.sharing;

import app.forecourt.car.CarDraft;
import app.forecourt.journal.SyncTransactions;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.journal.database.SubmissionTableSyncAccess;
import app.forecourt.settings.Profile;
import app.forecourt.sharing.merge.FieldValue.Author;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.merge.SubmissionDocumentMapper;
import app.forecourt.sharing.server.DuplicateGuardColumns;
import app.forecourt.sharing.server.SharedItem.Kind;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.UserVerdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
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
final class SubmissionItemRepository implements SyncedItemRepository {
    @Override
    public Kind kind() {
        return Kind.SUBMISSION;
    }

    @Override
    public List<UUID> changed(Database database) throws SQLException {
        return SubmissionTableSyncAccess.changed(database);
    }

    @Override
    public boolean isEarlier(String stamp, String than) {
        return SubmissionTableSyncAccess.changedAt(stamp).isBefore(SubmissionTableSyncAccess.changedAt(than));
    }

    @Override
    public Optional<Row> find(Database database, UUID id) throws SQLException {
        return SubmissionTableSyncAccess.find(database, id)
                .map(row -> new Row(
                        SubmissionDocumentMapper.values(row.columns()),
                        Map.of(SubmissionDocumentMapper.ROW, SubmissionDocumentMapper.constants(row.columns())),
                        row.stamp(),
                        SubmissionTableSyncAccess.changedAt(row.stamp()),
                        CarDraft.EMPTY,
                        false));
    }

    @Override
    public boolean contains(Database database, UUID id) throws SQLException {
        return SubmissionTable.contains(database, id);
    }

    /** Returns the submissions of a car, in the order in which they were requested. */
    static List<UUID> ofCar(SyncTransactions journal, UUID car) {
        return journal.read(database -> SubmissionTableSyncAccess.ofCar(database, car));
    }

    /** Returns the other submissions of a submission's car. */
    static List<UUID> othersOfCar(SyncTransactions journal, UUID submission) {
        return columns(journal, submission)
                .flatMap(columns -> id(columns.path("car")))
                .map(car -> ofCar(journal, car).stream()
                        .filter(id -> !id.equals(submission))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<ObjectNode> columns(SyncTransactions journal, UUID id) {
        return journal.read(database -> SubmissionTableSyncAccess.find(database, id))
                .map(SubmissionTableSyncAccess.Version::columns);
    }

    /** Returns true if a submission has ended, false if it is under way; empty if the journal can't tell. */
    static Optional<Boolean> hasEnded(SyncTransactions journal, UUID id) {
        return columns(journal, id)
                .flatMap(columns -> constant(SubmissionState.values(), columns.path("state")))
                .map(state -> !state.isUnderWay());
    }

    /** Returns true if the profile has the car by a submission, as far as the journal knows. */
    static boolean isThere(SyncTransactions journal, UUID id) {
        return columns(journal, id)
                .filter(columns -> constant(SubmissionState.values(), columns.path("state"))
                                .equals(Optional.of(SubmissionState.ACCEPTED))
                        || constant(UserVerdict.values(), columns.path("decision"))
                                .equals(Optional.of(UserVerdict.IT_IS_THERE)))
                .isPresent();
    }

    @Override
    public SharedDocument gone(SharedDocument last, Author author, Instant at) {
        return last;
    }

    @Override
    public boolean isKept(SharedDocument document) {
        return !SubmissionDocumentMapper.isUnderWay(document)
                && SubmissionTableSyncAccess.isSound(SubmissionDocumentMapper.row(document));
    }

    @Override
    public Optional<String> write(Database transaction, Write write, Instant now) throws SQLException {
        if (SubmissionDocumentMapper.isUnderWay(write.merged())) {
            // Only the outbox of this desk writes a submission that is under way.
            return write.row().map(Row::stamp);
        }
        ObjectNode columns = SubmissionDocumentMapper.row(write.merged());
        SubmissionTableSyncAccess.saveMissingCar(transaction, columns, now);
        return SubmissionTableSyncAccess.save(transaction, columns);
    }

    static Optional<UUID> car(SharedDocument document) {
        return id(SubmissionDocumentMapper.row(document).path("car"));
    }

    private static Optional<UUID> id(JsonNode text) {
        try {
            return Optional.of(UUID.fromString(text.asText("")));
        } catch (IllegalArgumentException anythingElse) {
            return Optional.empty();
        }
    }

    @Override
    public DuplicateGuardColumns facts(SharedDocument document) {
        ObjectNode row = SubmissionDocumentMapper.row(document);
        return DuplicateGuardColumns.of(
                Profile.ofKey(row.path("profile").asText("")),
                id(row.path("car")),
                row.path("payload").asText(""),
                constant(SubmissionState.values(), row.path("state")),
                constant(UserVerdict.values(), row.path("decision")).orElse(UserVerdict.NONE));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, JsonNode word) {
        return Stream.of(constants)
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word.asText("")))
                .findFirst();
    }
}
