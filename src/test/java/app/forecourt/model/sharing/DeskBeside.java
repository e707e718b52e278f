package app.forecourt.model.sharing;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.Journal;
import app.forecourt.model.AppModelFixture;
import app.forecourt.sharing.ReplacedText;
import app.forecourt.sharing.StockSync;
import app.forecourt.sharing.SyncStatus;
import app.forecourt.sharing.server.StockClient;
import app.forecourt.sharing.server.TestStock;
import app.forecourt.stock.StoredCar;
import app.forecourt.testing.TypedCars;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The desk of Bert beside the model of a test, which is that of Anna. Both share a stock on a real PostgreSQL. */
public final class DeskBeside implements AutoCloseable {
    public final TestStock stock = new TestStock();
    public final Journal journal;
    public final StockSync sync;
    /** Whether Anna shares the stock. */
    public boolean isShared = true;
    /** The number of syncs that Anna's model has created. */
    public int created;

    /** The texts that gave way to others, as Bert's window hears of them. */
    public final List<ReplacedText> replaced = new CopyOnWriteArrayList<>();

    /** Starts the desk. */
    public DeskBeside(AppModelFixture anna) throws IOException {
        journal = new Journal(
                anna.home.resolve("bert").resolve("journal.db"), anna.home.resolve("copies"), List.of(), anna.clock);
        sync = new StockSync(journal, "Bert", stock::server, _ -> {}, anna.clock, new StockSync.Listener() {
            @Override
            public void onRemoteChange(Set<UUID> cars, List<ReplacedText> texts) {
                replaced.addAll(texts);
            }

            @Override
            public void onStatusChanged(SyncStatus status) {
                // The tests ask for the status.
            }
        });
        sync.start();
    }

    /** Returns the source of Anna's sync. */
    public SyncFactory source(AppModelFixture anna) {
        return new SyncFactory() {
            @Override
            public boolean isShared() {
                return isShared;
            }

            @Override
            public StockSync create(StockSync.Listener listener, Consumer<StockClient.Desk> onConnect) {
                created++;
                return new StockSync(
                        anna.journal,
                        "Anna",
                        (desk, known) -> {
                            onConnect.accept(desk);
                            return stock.server(desk, known);
                        },
                        _ -> {},
                        anna.clock,
                        listener);
            }
        };
    }

    /** Returns true if both desks are at work. */
    public static boolean isTogether(AppModelFixture anna) {
        return anna.appModel
                .sharedStock()
                .status()
                .get()
                .filter(status -> status instanceof SyncStatus.Together together
                        && together.desks().size() == 2)
                .isPresent();
    }

    /** Returns a car as Bert has it. */
    public Optional<CarDraft> draft(UUID car) {
        return journal.car(car).map(StoredCar::draft);
    }

    /** Types a text as Bert. */
    public void type(UUID car, CarField field, String text) {
        TypedCars.change(journal, car, draft -> draft.with(field, text));
        sync.onCarChanged(car);
    }

    @Override
    public void close() throws IOException {
        sync.close();
        journal.close();
        stock.close();
    }
}
