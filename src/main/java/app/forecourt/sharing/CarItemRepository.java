package app.forecourt.sharing;

import app.forecourt.car.CarDraft;
import app.forecourt.journal.database.CarTableSyncAccess;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.MergedCar;
import app.forecourt.sharing.merge.CarDocumentMapper;
import app.forecourt.sharing.merge.FieldValue;
import app.forecourt.sharing.merge.FieldValue.Author;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.server.DuplicateGuardColumns;
import app.forecourt.sharing.server.SharedItem.Kind;
import app.forecourt.stock.StockMark;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The cars of the journal, as the sync reads and writes them. */
final class CarItemRepository implements SyncedItemRepository {
    @Override
    public Kind kind() {
        return Kind.CAR;
    }

    @Override
    public List<UUID> changed(Database database) throws SQLException {
        return CarTableSyncAccess.changed(database);
    }

    @Override
    public boolean isEarlier(String stamp, String than) {
        return !than.isEmpty() && Long.parseLong(stamp) < Long.parseLong(than);
    }

    @Override
    public Optional<Row> find(Database database, UUID id) throws SQLException {
        return CarTableSyncAccess.find(database, id)
                .map(version -> new Row(
                        CarDocumentMapper.values(version.car()),
                        Map.of(
                                CarDocumentMapper.BEGUN,
                                JsonNodeFactory.instance.textNode(
                                        version.car().createdAt().toString())),
                        version.stamp(),
                        version.changedAt(),
                        version.car().draft(),
                        version.mayReachAutochat()));
    }

    @Override
    public boolean contains(Database database, UUID id) throws SQLException {
        return CarTableSyncAccess.contains(database, id);
    }

    /**
     * The program removes a row only if nothing was typed, or long after the user has deleted the car. Any other car is
     * missing because the journal is a restored one.
     */
    @Override
    public SharedDocument gone(SharedDocument last, Author author, Instant at) {
        return isKept(last) && CarDocumentMapper.isBlank(last) ? CarDocumentMapper.deleted(last, author, at) : last;
    }

    @Override
    public boolean isKept(SharedDocument document) {
        return CarDocumentMapper.mark(document) != StockMark.DELETED
                && !document.names().isEmpty();
    }

    @Override
    public Optional<String> write(Database transaction, Write write, Instant now) throws SQLException {
        SharedDocument document = write.merged();
        return Optional.of(CarTableSyncAccess.save(
                transaction,
                new MergedCar(
                        write.id(),
                        steps(write),
                        CarDocumentMapper.acceptedSuggestions(document),
                        CarDocumentMapper.mark(document),
                        CarDocumentMapper.markedAt(document),
                        document.field(CarDocumentMapper.MARK).author().name(),
                        CarDocumentMapper.reopened(document),
                        CarDocumentMapper.begun(document).orElse(Instant.EPOCH),
                        CarDocumentMapper.registerNote(document)),
                now));
    }

    /**
     * Returns one step for each author of a changed field, in the order of their times, then one for each lost value,
     * then one with the texts of this desk.
     */
    private static List<MergedCar.Step> steps(Write write) {
        SharedDocument merged = write.merged();
        Map<String, List<String>> names = new LinkedHashMap<>();
        merged.names().stream()
                .filter(name -> CarDocumentMapper.isFormField(name)
                        && write.row()
                                .map(row -> !merged.hasValue(name, row.values().get(name)))
                                .orElse(!merged.field(name).isEmpty()))
                .sorted(Comparator.comparing((String name) -> merged.field(name).at())
                        .thenComparing(name -> name))
                .forEach(name -> names.computeIfAbsent(
                                merged.field(name).author().name(), _ -> new ArrayList<>())
                        .add(name));
        List<MergedCar.Step> steps = new ArrayList<>();
        CarDraft next = write.row().map(Row::draft).orElse(CarDraft.EMPTY);
        for (Map.Entry<String, List<String>> author : names.entrySet()) {
            next = CarDocumentMapper.withFields(next, merged, author.getValue());
            steps.add(new MergedCar.Step(
                    next,
                    author.getKey(),
                    merged.field(author.getValue().getLast()).at()));
        }
        CarDraft kept = next;
        write.lost().forEach((name, values) -> values.forEach(value -> steps.add(step(kept, name, value))));
        if (!write.lost().isEmpty()) {
            Instant at = write.row().map(Row::changedAt).orElse(steps.getLast().at());
            steps.add(new MergedCar.Step(kept, "", at));
        }
        return steps;
    }

    private static MergedCar.Step step(CarDraft draft, String name, FieldValue value) {
        return new MergedCar.Step(
                CarDocumentMapper.withField(draft, name, value), value.author().name(), value.at());
    }

    @Override
    public DuplicateGuardColumns facts(SharedDocument document) {
        return DuplicateGuardColumns.NONE;
    }
}
