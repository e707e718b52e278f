package app.forecourt.journal;

import app.forecourt.car.CarField;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.SyncBaseTable;
import app.forecourt.stock.CarContent;
import app.forecourt.stock.EarlierPrices;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The cars as the window saves them while a sync with other desks may write them too. A save is merged by field with
 * what the sync has written since. So no save takes the text of another desk back. The methods block as those of
 * {@link Journal} do.
 */
public final class UserEditMergingWriter {
    private final JournalThread writer;
    private final Clock clock;

    /**
     * What the user has typed into a car.
     *
     * @param base the version that the user's text began with
     * @param revision the revision of the sync's item with the base; empty if that is unknown
     */
    public record Version(CarContent base, CarContent typed, Optional<Long> revision) {}

    /**
     * The result of a save.
     *
     * @param prices the car's earlier prices
     * @param stored what the journal has now
     * @param revision the revision of the sync's item now; empty if no sync has written the car
     * @param merged the whole car, if the journal had what the base lacks
     * @param conflicts the fields in which the save has replaced the text of another desk, because both have changed
     *     them
     */
    public record Saved(
            EarlierPrices prices,
            CarContent stored,
            Optional<Long> revision,
            Optional<StoredCar> merged,
            Set<CarField> conflicts) {
        public Saved {
            conflicts = Set.copyOf(conflicts);
        }
    }

    UserEditMergingWriter(JournalThread writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** Saves what the user has typed into a car. Merges it if a sync has written the car since. */
    public Saved save(UUID car, Version version) {
        return writer.write(database -> database.inTransaction(transaction -> {
            Optional<Long> revision = SyncBaseTable.carRevision(transaction, car);
            Optional<StoredCar> other = revision.isEmpty() || revision.equals(version.revision())
                    ? Optional.empty()
                    : CarTable.find(transaction, car);
            return other.isPresent()
                    ? merge(transaction, version, other.get(), revision)
                    : new Saved(
                            write(transaction, car, version.typed()),
                            version.typed(),
                            revision,
                            Optional.empty(),
                            Set.of());
        }));
    }

    /** Merges what the user has typed into a car with the car of the journal; empty if the journal lacks the car. */
    public Optional<Saved> merge(UUID car, Version version) {
        return writer.write(database -> database.inTransaction(transaction -> {
            Optional<StoredCar> other = CarTable.find(transaction, car);
            return other.isEmpty()
                    ? Optional.<Saved>empty()
                    : Optional.of(
                            merge(transaction, version, other.get(), SyncBaseTable.carRevision(transaction, car)));
        }));
    }

    private Saved merge(Database transaction, Version version, StoredCar other, Optional<Long> revision)
            throws SQLException {
        CarContent there = CarContent.of(other);
        CarContent merged = version.typed().merge(version.base(), there);
        // Without a change of this desk nothing is written, because the write would look like one.
        EarlierPrices prices = merged.equals(there) ? other.prices() : write(transaction, other.id(), merged);
        return new Saved(
                prices, merged, revision, Optional.of(other), version.typed().conflicts(version.base(), there));
    }

    private EarlierPrices write(Database transaction, UUID car, CarContent typed) throws SQLException {
        EarlierPrices prices =
                CarTable.save(transaction, car, typed.draft(), typed.acceptedSuggestions(), clock.instant());
        CarTable.saveEditedDescription(transaction, car, typed.editedDescription(), clock.instant());
        return prices;
    }

    /** Returns the rows of the stock list for cars; those that are missing or can't be understood are left out. */
    public List<StockRow> rows(Collection<UUID> cars) {
        return writer.execute(database -> {
            List<StockRow> rows = new ArrayList<>();
            for (UUID car : cars) {
                CarTable.row(database, car).ifPresent(rows::add);
            }
            return rows;
        });
    }
}
