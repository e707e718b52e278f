package app.forecourt.testing;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.Journal;
import app.forecourt.journal.UserEditMergingWriter;
import app.forecourt.journal.database.CarTableSyncAccess;
import app.forecourt.journal.database.MergedCar;
import app.forecourt.journal.database.SyncBaseTable;
import app.forecourt.stock.CarContent;
import app.forecourt.stock.EarlierPrices;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StoredCar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Cars in a journal as a user types them who sees what the journal has, or as a sync writes them of another desk. */
public final class TypedCars {
    private TypedCars() {}

    /** Saves a draft, and returns the car's earlier prices. */
    public static EarlierPrices save(Journal journal, UUID car, CarDraft draft, Set<CarField> accepted) {
        return save(journal, car, stored -> new CarContent(draft, accepted, stored.editedDescription()))
                .prices();
    }

    /** Changes a draft, and returns the fields in which texts of other desks that came meanwhile are replaced. */
    public static Set<CarField> change(Journal journal, UUID car, UnaryOperator<CarDraft> change) {
        return save(
                        journal,
                        car,
                        stored -> new CarContent(
                                change.apply(stored.draft()), stored.acceptedSuggestions(), stored.editedDescription()))
                .conflicts();
    }

    /** Saves the description that the user edits in the builder. */
    public static void saveEditedDescription(Journal journal, UUID car, String text) {
        save(journal, car, stored -> new CarContent(stored.draft(), stored.acceptedSuggestions(), text));
    }

    /** Writes a draft and a mark of a car, as a sync does that has them of the desk of Anna. */
    public static void saveOfAnotherDesk(
            Journal journal, UUID car, UnaryOperator<CarDraft> change, StockMark mark, Instant now) {
        journal.syncAccess().inTransaction(transaction -> {
            StoredCar stored =
                    CarTableSyncAccess.find(transaction, car).orElseThrow().car();
            SyncBaseTable.save(transaction, "car", car, new SyncBaseTable.Version(1, "{}", ""));
            return CarTableSyncAccess.save(
                    transaction,
                    new MergedCar(
                            car,
                            List.of(new MergedCar.Step(change.apply(stored.draft()), "Anna", now)),
                            stored.acceptedSuggestions(),
                            mark,
                            Optional.empty(),
                            "Anna",
                            stored.reopened(),
                            stored.createdAt(),
                            stored.registerNote()),
                    now);
        });
    }

    private static UserEditMergingWriter.Saved save(Journal journal, UUID car, UnaryOperator<CarContent> change) {
        CarContent stored = journal.car(car).map(CarContent::of).orElse(new CarContent(CarDraft.EMPTY, Set.of(), ""));
        return journal.carWriter()
                .save(car, new UserEditMergingWriter.Version(stored, change.apply(stored), Optional.empty()));
    }
}
