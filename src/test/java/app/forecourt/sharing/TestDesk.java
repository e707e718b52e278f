package app.forecourt.sharing;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.StockMark.NONE;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFixture;
import app.forecourt.journal.database.CarTableSyncAccess;
import app.forecourt.journal.database.SyncBaseTable;
import app.forecourt.sharing.server.StockClient;
import app.forecourt.sharing.server.StockServerException;
import app.forecourt.sharing.server.TestStock;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.UserVerdict;
import app.forecourt.testing.HomeCopies;
import app.forecourt.testing.SettableClock;
import app.forecourt.testing.TypedCars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** A desk of tests: its home with journal and copies, which a test can end at any step and start again. */
final class TestDesk implements AutoCloseable {
    /** The end of the program between two steps. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    final SettableClock clock = new SettableClock();
    final Set<UUID> remoteChanges = new HashSet<>();
    /** The texts that gave way to others, as the window hears of them. */
    final List<ReplacedText> replaced = new ArrayList<>();

    private Consumer<Runnable> leaving = _ -> {};
    Consumer<Set<UUID>> onRemoteChange = _ -> {};
    final String name;
    private TestStock stock;
    private final Path home;
    Journal journal;
    SyncEngine sync;
    private StockClient server;
    /** Steps before the kill; negative for none. */
    private int stepsLeft = -1;
    /** Steps before {@link #duringStep}; negative for never. */
    int beforeStep = -1;

    Runnable duringStep = () -> {};

    TestDesk(String name, Path home, TestStock stock) {
        this.name = name;
        this.home = home;
        this.stock = stock;
        journal = journal();
        sync = sync();
        server = server();
    }

    private Journal journal() {
        return new Journal(home.resolve("journal.db"), home.resolve("copies"), List.of(), clock);
    }

    private SyncEngine sync() {
        return new SyncEngine(journal, name, leaving, clock, this::step, this::onRemoteChange);
    }

    private void onRemoteChange(Set<UUID> cars, List<ReplacedText> texts) {
        remoteChanges.addAll(cars);
        replaced.addAll(texts);
        onRemoteChange.accept(cars);
    }

    private StockClient server() {
        return stock.server(sync.desk(), sync.stock());
    }

    private void step() {
        if (stepsLeft == 0) {
            throw new Killed();
        }
        stepsLeft--;
        // A transaction can't wait for another one.
        if (!Thread.currentThread().getName().equals("journal") && beforeStep-- == 0) {
            duringStep.run();
        }
    }

    Path home() {
        return home;
    }

    StockClient connection() {
        return server;
    }

    void syncAll() {
        try {
            sync.syncAll(server, Set::of);
        } catch (StockServerException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void pull() throws StockServerException {
        sync.pull(server);
    }

    /** Syncs everything, with a kill after some steps and a new start. Returns false if no step is left to kill. */
    boolean syncKilledAfter(int steps) {
        stepsLeft = steps;
        try {
            trySync();
            return false;
        } catch (Killed killed) {
            return true;
        } catch (IllegalStateException inTransaction) {
            if (!(inTransaction.getCause() instanceof Killed)) {
                throw inTransaction;
            }
            return true;
        } finally {
            stepsLeft = -1;
            restart();
        }
    }

    /** Syncs what is possible without the server. */
    boolean trySync() {
        try {
            sync.syncAll(server, Set::of);
            return true;
        } catch (StockServerException alone) {
            return false;
        }
    }

    void stop() {
        server.close();
        journal.close();
    }

    void start() {
        journal = journal();
        sync = sync();
        server = server();
    }

    void restart() {
        stop();
        start();
    }

    /** Leaves the stock, as the settings do before the desk joins one. */
    void leaveStock() {
        stop();
        leaving = Runnable::run;
        start();
        leaving = _ -> {};
    }

    /** Leaves the stock and joins another one. */
    void join(TestStock other) {
        stock = other;
        leaveStock();
    }

    /** Forgets the stock, so that the desk joins it with an old home. */
    void forgetStock() {
        stop();
        journal = journal();
        journal.syncAccess().inTransaction(SyncBaseTable::clear);
        journal.close();
        start();
    }

    /** Copies the home, so that it can be restored later. The desk is stopped meanwhile. */
    Path copyHome() throws IOException {
        stop();
        Path target = home.resolveSibling("copy " + UUID.randomUUID());
        HomeCopies.copy(home, target);
        start();
        return target;
    }

    /** Replaces the journal of the home by that of a copy. */
    void restore(Path copy) throws IOException {
        stop();
        HomeCopies.restoreJournal(copy, home);
        start();
    }

    /** Damages the journal's file. The start recovers it from the backups and the log of changes. */
    void damageJournal() throws IOException {
        stop();
        Files.write(home.resolve("journal.db"), new byte[100]);
        start();
    }

    UUID addCar(String brand, String price) {
        UUID car = UUID.randomUUID();
        TypedCars.save(journal, car, CarDraft.EMPTY.with(BRAND, brand).with(SALES_PRICE, price), Set.of());
        return car;
    }

    /** Types a text into a field of a car. */
    void type(UUID car, CarField field, String text) {
        TypedCars.save(journal, car, draft(car).with(field, text), Set.of());
    }

    /** Returns a submission of a car, one second later, that shares nothing with other cars. */
    Submission submission(UUID car) {
        return submission(car, "{\"brand\":\"Opel\",\"salesPrice\":16450}");
    }

    Submission submission(UUID car, String payload) {
        clock.advanceSeconds(1);
        return Submission.of(car, STAGING, "https://staging.autochat.ai", draft(car), payload, clock.instant());
    }

    Submission enqueue(UUID car, UUID... seen) {
        return JournalFixture.enqueue(journal, submission(car), seen);
    }

    Submission end(Submission submission, SendOutcome outcome) {
        Submission ended = submission.asSending(clock.instant()).withOutcome(clock.instant(), outcome);
        journal.update(ended);
        return ended;
    }

    StoredCar car(UUID car) {
        return journal.car(car).orElseThrow();
    }

    /** Returns the oldest submission of a car. */
    Submission sent(UUID car) {
        return car(car).submissions().getFirst();
    }

    /** Marks a car now, or takes its mark back. */
    void mark(UUID car, StockMark mark) {
        journal.setMark(car, mark, Optional.of(clock.instant()).filter(_ -> mark != NONE));
    }

    /** Ticks off the advert of a submission, or takes the tick back. */
    void tick(Submission submission, boolean isTicked) {
        journal.setTakenOff(submission.id(), Optional.of(clock.instant()).filter(_ -> isTicked));
    }

    void setVerdict(UUID car, UserVerdict before, UserVerdict verdict) {
        journal.setVerdict(car, STAGING, before, verdict);
    }

    /** Returns the stamp of a car's row, which is another one after each write. */
    String stamp(UUID car) {
        return journal.syncAccess()
                .read(database -> CarTableSyncAccess.find(database, car))
                .orElseThrow()
                .stamp();
    }

    CarDraft draft(UUID car) {
        return car(car).draft();
    }

    String text(UUID car, CarField field) {
        return draft(car).text(field);
    }

    /** Returns the texts that a field had in the steps of the history, each after the desk that typed it. */
    List<String> history(UUID car, CarField field) {
        return journal.history(car).orElseThrow().steps().stream()
                .filter(step -> step.draft().isPresent())
                .map(step ->
                        step.author().orElse("here") + ": " + step.draft().get().text(field))
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        stop();
    }
}
