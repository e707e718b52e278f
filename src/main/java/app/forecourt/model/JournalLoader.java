package app.forecourt.model;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalState;
import app.forecourt.journal.database.UnreadableRows;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.cars.NewCarDefaults;
import app.forecourt.model.stock.IndexedCar;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * How the cars come from the journal to the desk: at the start, after another journal was taken over, and when its file
 * was lost and a new one begun.
 */
final class JournalLoader {
    /** Cars: more than the list shows at once, so many old ones don't keep it waiting. */
    private static final int AT_FIRST = 200;

    private final Journal journal;
    private final CarsModel cars;
    private final TaskRunner background;
    private AppModel.Window window = new AppModel.Window() {
        @Override
        public void lost(JournalState found) {}

        @Override
        public void leftOut(int count) {}
    };
    /** Counts the files that were begun; what was read from one is of no use for the next. */
    private int file;

    private record Opened(JournalState found, List<StockRow> stock, Optional<StoredCar> car,
            Optional<EditPosition> place) {}

    JournalLoader(Journal journal, CarsModel cars, TaskRunner background) {
        this.journal = journal;
        this.cars = cars;
        this.background = background;
        journal.whenLost(found -> background.window().execute(() -> lost(found)));
    }

    /** Who is told. */
    void setListener(AppModel.Window whom) {
        window = whom;
    }

    /**
     * Loads the cars.
     *
     * @param opened is told what the journal was like, and where she was; nowhere if she has begun to type since
     */
    void load(BiConsumer<JournalState, Optional<EditPosition>> opened) {
        int of = file;
        background.run(() -> {
            JournalState found = journal.open();
            Optional<EditPosition> place = journal.place();
            return new Opened(found, journal.newest(AT_FIRST),
                    place.map(EditPosition::car).flatMap(journal::car),
                    place);
        }, all -> {
            if (of != file) {
                // The next one is told of, and loaded, already.
                opened.accept(JournalState.of(JournalState.Kind.SOUND), Optional.empty());
                return;
            }
            cars.saving().opened(all.found());
            boolean back = cars.fill(all.stock(), all.car());
            // Only now: what finds the file damaged has it begun anew, with the car that is in the form.
            load(of, () -> newest(all.stock()), newest -> newest.ifPresent(cars::remember));
            load(of, () -> IndexedCar.of(journal.stock()), rows -> {
                cars.stock().fill(rows);
                // Among those that come only now may be another draft of the car in the form.
                cars.current().refreshStatus();
            });
            load(of, journal::templates, cars.templates()::fill);
            load(of, () -> cars.precedents().count(journal.names()), cars.precedents()::counted);
            opened.accept(all.found(), all.place().filter(any -> back));
        });
    }

    /** Reads from a file, and takes up what was read unless another one was begun since. */
    private <T> void load(int of, Callable<T> read, Consumer<T> taken) {
        background.run(read, found -> {
            if (of == file) {
                taken.accept(found);
            }
        });
    }

    /** What the car begun last of those that are not deleted has to teach. */
    private Optional<NewCarDefaults.Lesson> newest(List<StockRow> stock) {
        return stock.stream().filter(row -> row.mark() != StockMark.DELETED).findFirst().map(StockRow::id)
                .flatMap(journal::car)
                .map(car -> cars.precedents().habits().of(car.begun(), car.draft()));
    }

    /** Looks for what can't be understood, and leaves it out. */
    void leaveOut() {
        background.run(journal::unreadable, this::leaveOut);
    }

    private void leaveOut(UnreadableRows unreadable) {
        cars.stock().leaveOut(unreadable.cars());
        if (unreadable.count() > 0) {
            window.leftOut(unreadable.count());
        }
    }

    /** Takes up the journal anew, after it has taken over another one. */
    void again() {
        cars.newCar();
        cars.stock().clear();
        cars.templates().clear();
        load((found, place) -> {});
    }

    /** Has what is at hand written into the new file too; what was typed in this run is there already. */
    private void lost(JournalState found) {
        file++;
        cars.saving().opened(found);
        cars.current().resetTo(journal);
        cars.templates().reset();
        load((any, place) -> {});
        window.lost(found);
    }
}
