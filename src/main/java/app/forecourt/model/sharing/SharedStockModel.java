package app.forecourt.model.sharing;

import app.forecourt.car.CarField;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.cars.AuthorDeskName;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.send.SwitchableClaims;
import app.forecourt.sharing.ReplacedText;
import app.forecourt.sharing.StockSync;
import app.forecourt.sharing.SyncStatus;
import app.forecourt.stock.Submission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The shared stock of this desk: starts and ends the sync, and reports the changes of the user to it. A desk without a
 * shared stock has no sync. Used on the FX thread only.
 */
public final class SharedStockModel implements AutoCloseable {
    private final CarsModel cars;
    private final TaskRunner taskRunner;
    private final SwitchableClaims claims;
    private final SubmissionClaims unshared;
    private final Runnable onReturn;
    private final Runnable stopWaiting;
    private final ReadOnlyObjectWrapper<Optional<SyncStatus>> status = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final PresentDesks desks = new PresentDesks(status);
    private final ObservableValue<List<String>> desksAtCar;
    private final PushDebouncer pushes;
    private final AuthorDeskName<UUID> sender;
    private Consumer<List<ReplacedText>> replacementListener = _ -> {};
    private SyncFactory factory = SyncFactory.NONE;
    private @Nullable StockSync sync;
    private boolean isStarted;
    private boolean isClosing;
    private boolean isEnded;
    /** Counts the syncs, because a late report of an earlier one is dropped. */
    private long generation;

    /**
     * Creates the shared stock of a desk that shares nothing yet.
     *
     * @param claims the claims of the outbox, which are switched with the sync
     * @param unshared the claims while nothing is shared
     * @param onReturn runs when the server can be used again
     * @param stopWaiting stops the cars that wait to be sent, because the other desks may send them from now on
     */
    public SharedStockModel(
            CarsModel cars,
            TaskRunner taskRunner,
            SwitchableClaims claims,
            SubmissionClaims unshared,
            Runnable onReturn,
            Runnable stopWaiting) {
        this.cars = cars;
        this.taskRunner = taskRunner;
        this.claims = claims;
        this.unshared = unshared;
        this.onReturn = onReturn;
        this.stopWaiting = stopWaiting;
        this.pushes = new PushDebouncer(taskRunner, car -> withSync(current -> current.onCarChanged(car)));
        this.desksAtCar = Bindings.createObjectBinding(
                () -> desks.byCar().get().getOrDefault(openCar(), List.of()),
                desks.byCar(),
                cars.current().car());
        this.sender = new AuthorDeskName<>((submission, found) -> findSenders(
                List.of(submission), senders -> found.accept(Optional.ofNullable(senders.get(submission)))));
        cars.current().shownSubmission().subscribe(sent -> sender.show(sent.map(Submission::id)));
        cars.autosave().whenSaved(this::onCarSaved);
        cars.autosave().whenTextsReplaced((car, fields) -> withSync(current -> onReplaced(current, car, fields)));
        cars.current().car().subscribe((before, car) -> onCarShown(before, car));
    }

    /** Returns the status of the sync; empty if nothing is shared. */
    public ReadOnlyObjectProperty<Optional<SyncStatus>> status() {
        return status.getReadOnlyProperty();
    }

    /** Returns the names of the other desks at which the car in the form is open. */
    public ObservableValue<List<String>> desksAtCar() {
        return desksAtCar;
    }

    /** Returns the name of the other desk that has sent the submission that the window shows of the car in the form. */
    public ReadOnlyObjectProperty<Optional<String>> sender() {
        return sender.name();
    }

    /** Sets the factory of the sync. No car of a shared stock is sent before the sync has begun. */
    public void setSyncFactory(SyncFactory newFactory) {
        factory = newFactory;
        open();
    }

    /** Starts the sync if the stock is shared. To be called once, after the cars are loaded. */
    public void start() {
        isStarted = true;
        withSync(StockSync::start);
    }

    /** Ends the sync, and begins another one if the settings name a stock. */
    public void settingsChanged() {
        StockSync before = sync;
        sync = null;
        desks.setOwnDesk(Optional.empty());
        generation++;
        if (before == null && !isClosing) {
            open();
            return;
        }
        claims.suspend();
        if (!factory.isSameStock()) {
            stopWaiting.run();
        }
        // One after the other, because both use the same file.
        if (before != null) {
            isClosing = true;
            taskRunner.run(
                    () -> {
                        before.close();
                        return true;
                    },
                    _ -> reopen(),
                    _ -> reopen());
        }
    }

    private void reopen() {
        isClosing = false;
        if (!isEnded) {
            open();
        }
    }

    private void open() {
        generation++;
        pushes.clear();
        if (!factory.isShared()) {
            if (factory.isUnusable()) {
                // Another desk may send the same car.
                claims.suspend();
            } else {
                claims.use(unshared);
            }
            status.set(Optional.empty());
            return;
        }
        StockSync opened = factory.create(
                new SyncListener(),
                joined -> taskRunner.fxThread().execute(() -> desks.setOwnDesk(Optional.of(joined.id()))));
        sync = opened;
        claims.use(opened.claims());
        status.set(Optional.of(opened.status()));
        opened.onCarOpened(Optional.of(openCar()));
        if (isStarted) {
            opened.start();
        }
    }

    private UUID openCar() {
        return cars.current().car().get().id();
    }

    private void withSync(Consumer<StockSync> action) {
        StockSync current = sync;
        if (current != null) {
            action.accept(current);
        }
    }

    /** The reports of one sync, which arrive on its thread. Those after the begin of another sync are dropped. */
    private final class SyncListener implements StockSync.Listener {
        private final long expected = generation;

        @Override
        public void onRemoteChange(Set<UUID> changed, List<ReplacedText> replaced) {
            report(() -> {
                cars.remoteChanges().refresh(changed);
                if (!replaced.isEmpty()) {
                    replacementListener.accept(replaced);
                }
            });
        }

        @Override
        public void onStatusChanged(SyncStatus changed) {
            report(() -> show(changed));
        }

        private void report(Runnable action) {
            taskRunner.fxThread().execute(() -> {
                if (expected == generation) {
                    action.run();
                }
            });
        }
    }

    private void onReplaced(StockSync current, UUID car, Set<CarField> fields) {
        taskRunner.run(() -> current.onReplaced(car, fields), replaced -> replacementListener.accept(replaced));
    }

    /** Sets the listener for texts that gave way to others, because two desks typed into the same fields. */
    public void whenTextsReplaced(Consumer<List<ReplacedText>> listener) {
        replacementListener = listener;
    }

    private void show(SyncStatus changed) {
        boolean isBack = changed instanceof SyncStatus.Together
                && !(status.get().orElse(changed) instanceof SyncStatus.Together);
        status.set(Optional.of(changed));
        if (isBack) {
            onReturn.run();
        }
    }

    private void onCarSaved(UUID car) {
        if (sync != null) {
            pushes.onSaved(car, car.equals(openCar()));
        }
    }

    /** Reports a car to the sync, because its submission has made progress. */
    public void onSubmissionChanged(UUID car) {
        withSync(current -> current.onCarChanged(car));
    }

    /** Finds the names of the other desks that have sent submissions, by submission, in the background. */
    public void findSenders(List<UUID> submissions, Consumer<Map<UUID, String>> found) {
        StockSync current = sync;
        if (current == null) {
            found.accept(Map.of());
        } else {
            taskRunner.run(() -> current.senders(submissions), found, _ -> found.accept(Map.of()));
        }
    }

    /** Reports to the sync that the user has restored a backup, which replaces what was there. */
    public void onBackupRestored() {
        withSync(StockSync::onBackupRestored);
    }

    private void onCarShown(CarInMemory before, CarInMemory car) {
        if (sync == null) {
            return;
        }
        pushes.onLeft(before.id());
        withSync(current -> current.onCarOpened(Optional.of(car.id())));
        // Another desk may have changed the car while it was being read.
        cars.remoteChanges().refresh(Set.of(car.id()));
    }

    /** Notes a key, a click, or that the window came to the front. */
    public void onUse() {
        withSync(StockSync::onUse);
    }

    /** Tries to reach the server now. */
    public void retryNow() {
        withSync(StockSync::retryNow);
    }

    /** Ends the sync at the end of the program, after the outbox. Blocks on the network for up to 3 s. */
    @Override
    public void close() {
        isEnded = true;
        generation++;
        withSync(StockSync::close);
    }
}
