package app.forecourt.sharing;

import app.forecourt.car.CarDraft;
import app.forecourt.journal.SyncRecords;
import app.forecourt.journal.database.MergedCar;
import app.forecourt.journal.database.MergedCarTable;
import app.forecourt.sharing.merge.CarDocument;
import app.forecourt.sharing.merge.FieldValue;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.server.SharedItem.Kind;
import app.forecourt.sharing.server.SubmissionKeys;
import app.forecourt.stock.StockMark;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The cars of the journal, as the sync reads and writes them. */
final class CarItems implements LocalItems {
    private final SyncRecords journal;
    /** The drafts of the cars that were found last, because a document has no placeholders of photos. */
    private final Map<UUID, MergedCarTable.Version> found = new HashMap<>();

    CarItems(SyncRecords journal) {
        this.journal = journal;
    }

    @Override
    public Kind kind() {
        return Kind.CAR;
    }

    @Override
    public Map<UUID, String> stamps() {
        return journal.carChanges().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, change -> stamp(change.getValue())));
    }

    /**
     * Returns the stamp of a row; empty, as without a row, if the row was only made for a submission of another desk.
     */
    private static String stamp(Instant changedAt) {
        return changedAt.equals(Instant.EPOCH) ? "" : Long.toString(changedAt.toEpochMilli());
    }

    @Override
    public boolean isEarlier(String stamp, String than) {
        return !than.isEmpty() && Long.parseLong(stamp) < Long.parseLong(than);
    }

    @Override
    public Map<UUID, Present> find(List<UUID> ids) {
        Map<UUID, Present> present = new HashMap<>();
        found.clear();
        for (MergedCarTable.Version version : journal.cars(ids)) {
            found.put(version.car().id(), version);
            present.put(
                    version.car().id(),
                    new Present(
                            CarDocument.values(version.car()),
                            Map.of(
                                    CarDocument.BEGUN,
                                    JsonNodeFactory.instance.textNode(
                                            version.car().createdAt().toString())),
                            stamp(version.changedAt()),
                            version.token(),
                            version.mayReachAutochat()));
        }
        return present;
    }

    @Override
    public boolean isUnreadable(UUID id) {
        return !found.containsKey(id) && journal.containsCar(id);
    }

    /**
     * The program removes a row only if nothing was typed, or long after the user has deleted the car. Any other car is
     * missing because the journal is a restored or a recovered one.
     */
    @Override
    public SharedDocument gone(UUID id, SharedDocument local, String author, Instant at) {
        return isKept(local) && CarDocument.isBlank(local) ? CarDocument.deleted(local, author, at) : local;
    }

    @Override
    public boolean isKept(SharedDocument document) {
        return CarDocument.mark(document) != StockMark.DELETED
                && !document.names().isEmpty();
    }

    @Override
    public Map<UUID, String> write(List<Write> writes) {
        List<Optional<Instant>> saved =
                journal.saveCars(writes.stream().map(this::merged).toList());
        Map<UUID, String> stamps = new HashMap<>();
        for (int index = 0; index < writes.size(); index++) {
            UUID id = writes.get(index).id();
            saved.get(index).ifPresent(time -> stamps.put(id, stamp(time)));
        }
        return stamps;
    }

    private MergedCar merged(Write write) {
        SharedDocument document = write.merged();
        Optional<MergedCarTable.Version> present = Optional.ofNullable(found.get(write.id()))
                .filter(_ -> write.replaced().isPresent());
        FieldValue mark = document.field(CarDocument.MARK);
        return new MergedCar(
                write.id(),
                present.map(MergedCarTable.Version::changedAt),
                write.token(),
                steps(write, present.map(version -> version.car().draft()).orElse(CarDraft.EMPTY)),
                CarDocument.acceptedSuggestions(document),
                CarDocument.mark(document),
                CarDocument.markedAt(document),
                mark.author(),
                CarDocument.reopened(document),
                CarDocument.begun(document).orElse(Instant.EPOCH),
                CarDocument.registerNote(document));
    }

    /** Returns one step for each author of a changed field, in the order of their times. */
    private static List<MergedCar.Step> steps(Write write, CarDraft draft) {
        SharedDocument merged = write.merged();
        Map<String, List<String>> names = new LinkedHashMap<>();
        merged.names().stream()
                .filter(name -> CarDocument.isFormField(name)
                        && write.replaced()
                                .map(present ->
                                        !merged.hasValue(name, present.values().get(name)))
                                .orElse(!merged.field(name).isEmpty()))
                .sorted(Comparator.comparing((String name) -> merged.field(name).at())
                        .thenComparing(name -> name))
                .forEach(name -> names.computeIfAbsent(merged.field(name).author(), _ -> new ArrayList<>())
                        .add(name));
        List<MergedCar.Step> steps = new ArrayList<>();
        CarDraft next = draft;
        for (Map.Entry<String, List<String>> author : names.entrySet()) {
            next = CarDocument.withFields(next, merged, author.getValue());
            steps.add(new MergedCar.Step(
                    next,
                    author.getKey(),
                    merged.field(author.getValue().getLast()).at()));
        }
        return steps;
    }

    @Override
    public SubmissionKeys keys(SharedDocument document) {
        return SubmissionKeys.NONE;
    }
}
