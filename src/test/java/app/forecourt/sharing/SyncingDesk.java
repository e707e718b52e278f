package app.forecourt.sharing;

import static app.forecourt.settings.Profile.STAGING;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFixture;
import app.forecourt.sharing.server.TestStock;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.testing.TypedCars;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A desk of tests with its journal, and with its sync on a thread of its own. */
public class SyncingDesk implements StockSync.Listener, AutoCloseable {
    public final TestStock stock;
    public final Journal journal;
    public final StockSync sync;
    /** The texts that gave way to others, as the desk's window hears of them. */
    public final List<ReplacedText> replaced = new CopyOnWriteArrayList<>();

    private final Clock clock;
    final List<SyncStatus> statuses = new CopyOnWriteArrayList<>();
    volatile Runnable onArrival = () -> {};

    /** Creates the desk. Its sync does nothing before its start. */
    public SyncingDesk(String name, Path home, TestStock stock, Clock clock) {
        this.stock = stock;
        this.clock = clock;
        journal = new Journal(home.resolve("journal.db"), home.resolve("copies"), List.of(), clock);
        sync = new StockSync(journal, name, stock::server, _ -> {}, clock, this);
    }

    @Override
    public void onRemoteChange(Set<UUID> cars, List<ReplacedText> texts) {
        replaced.addAll(texts);
        onArrival.run();
    }

    @Override
    public void onStatusChanged(SyncStatus status) {
        statuses.add(status);
    }

    /** Returns a car as the desk has it. */
    public Optional<CarDraft> draft(UUID car) {
        return journal.car(car).map(StoredCar::draft);
    }

    /** Types a text into a field of a car, which is a new one if the desk does not have it. */
    public void type(UUID car, CarField field, String text) {
        TypedCars.change(journal, car, draft -> draft.with(field, text));
        sync.onCarChanged(car);
    }

    /** Enqueues a submission of a draft of a car. */
    Submission enqueue(UUID car, CarDraft draft) {
        return JournalFixture.enqueue(
                journal, Submission.of(car, STAGING, "https://staging.autochat.ai", draft, "{}", clock.instant()));
    }

    /** Sends a draft of a car, which AutoChat accepts. */
    public Submission send(UUID car, CarDraft draft) {
        Submission sent =
                enqueue(car, draft).asSending(clock.instant()).withOutcome(clock.instant(), JournalFixture.ACCEPTED);
        journal.update(sent);
        sync.onCarChanged(car);
        return sent;
    }

    @Override
    public void close() {
        sync.close();
        journal.close();
    }
}
