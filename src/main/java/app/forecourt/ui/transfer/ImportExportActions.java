package app.forecourt.ui.transfer;

import app.forecourt.car.check.CarValidator;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.Journal;
import app.forecourt.model.AppModel;
import app.forecourt.stock.CarName;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import app.forecourt.transfer.ExportRow;
import app.forecourt.transfer.MigrationArchive;
import app.forecourt.transfer.StockExport;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.words.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Lists and whole desks that go out as files, copies that come back; and {@link CarImporter}, the cars that come in. */
public final class ImportExportActions {
    private final AppModel desk;
    private final Journal journal;
    private final MigrationArchive luggage;
    private final CarValidator check;
    private final TaskRunner background;
    private final Messages words;
    private final Dialogs dialogs;
    private final FileTask errand;
    private final CarImporter arrivals;

    /**
     * @param luggage all of this desk, for another computer
     * @param check tells what a field of an exported car is understood as
     */
    public ImportExportActions(AppModel desk, Journal journal, MigrationArchive luggage, CarValidator check,
            TaskRunner background,
            Messages words, Dialogs dialogs) {
        this.desk = desk;
        this.journal = journal;
        this.luggage = luggage;
        this.check = check;
        this.background = background;
        this.words = words;
        this.dialogs = dialogs;
        this.errand = new FileTask(background, words, dialogs);
        this.arrivals = new CarImporter(desk.cars(), errand, words, dialogs);
    }

    /** What comes in from elsewhere. */
    public CarImporter arrivals() {
        return arrivals;
    }

    /** Writes the car in the form as it was sent last, to the letter. */
    public void writeCar() {
        Optional<Submission> sent = lastSent();
        if (sent.isPresent()) {
            dialogs.files().save("export.car", name(sent.get()) + ".json")
                    .ifPresent(file -> errand.run(() -> {
                        Files.writeString(file, sent.get().payload());
                        return file;
                    }, this::written));
        }
    }

    /** What was sent last of the car in the form. */
    public Optional<Submission> lastSent() {
        List<Submission> attempts = desk.cars().current().car().get().attempts();
        return attempts.reversed().stream().filter(attempt -> switch (attempt.state()) {
            case ACCEPTED, REJECTED, UNKNOWN, SENDING -> true;
            case WAITING, REFUSED, LIMITED, NOT_SENT -> false;
        }).findFirst();
    }

    /** Writes the list as it is shown, as a table or as JSON, as the file's name says. */
    public void writeList() {
        Iterable<ExportRow> rows = () -> desk.cars().stock().shown().stream().map(StockRow::id)
                .map(journal::car).flatMap(Optional::stream).map(ExportRow::of).iterator();
        dialogs.files().save("export.list", "forecourt.csv", "*.csv", "*.json")
                .ifPresent(file -> errand.run(() -> {
                    StockExport export = new StockExport(rows, check);
                    if (file.toString().endsWith(".json")) {
                        export.json(file);
                    } else {
                        export.csv(file, StockExport.separator(words.locale()));
                    }
                    return file;
                }, this::written));
    }

    /** Brings back what a daily copy has. */
    public void restore() {
        background.run(journal::copies, copies -> {
            if (copies.isEmpty()) {
                dialogs.say("restore.title", "restore.none");
            } else if (isFree()) {
                dialogs.choose("restore.title", "restore.text", "restore.yes", copies, this::day)
                        .ifPresent(copy -> restore(copy, true));
            }
        });
    }

    /**
     * The same without being asked to choose, for a journal that was damaged: what is typed since stays.
     *
     * @param salvaged whether the new journal has what could be read of the damaged one
     */
    public void offerNewest(boolean salvaged) {
        background.run(journal::copies, copies -> copies.stream().filter(copy -> !isBefore(copy)).findFirst()
                .filter(newest -> dialogs.agree("restore.title",
                        salvaged ? "restore.missing" : "restore.offer", "restore.yes", day(newest)))
                .ifPresent(newest -> restore(newest, false)));
    }

    private void restore(Path copy, boolean back) {
        errand.run(() -> {
            journal.merge(copy, back);
            return copy;
        }, done -> {
            desk.reload();
            dialogs.say("restore.title", back ? "restore.done" : "restore.taken");
        });
    }

    /** Writes all of this desk as one file. */
    public void pack() {
        dialogs.files().save("move.title", "forecourt.zip", "*.zip").ifPresent(file -> errand.run(
                () -> luggage.pack(file),
                left -> dialogs.say("move.title", left.isPresent() ? "move.packed.wordless" : "move.packed",
                        file.toString(), left.map(Path::toString).orElse(""))));
    }

    /** Takes in what another computer wrote. */
    public void unpack() {
        if (isFree()) {
            dialogs.files().open("move.in", "*.zip")
                    .ifPresent(file -> errand.run(() -> luggage.unpack(file), this::unpacked));
        }
    }

    private void unpacked(MigrationArchive.Unpacked unpacked) {
        switch (unpacked) {
            case MigrationArchive.Unpacked.Refused(var reason) ->
                dialogs.say("move.title", "move." + Messages.key(reason));
            case MigrationArchive.Unpacked.Brought(var beside) -> {
                desk.reload();
                desk.settingsChanged();
                dialogs.say("move.title", beside.isPresent() ? "move.brought.beside" : "move.brought",
                        beside.map(Path::toString).orElse(""));
            }
        }
    }

    /** What is on its way now would come back as something nobody knows the end of. */
    boolean isFree() {
        boolean free = desk.sending().delay().count() == 0
                && desk.cars().current().status().get() != ListingStatus.SENDING
                && desk.cars().stock().all().stream()
                        .noneMatch(row -> row.traces().stream().anyMatch(trace -> trace.state().underWay()));
        if (!free) {
            dialogs.say("restore.title", "restore.busy");
        }
        return free;
    }

    private static boolean isBefore(Path copy) {
        return copy.getFileName().toString().equals("journal-before.db");
    }

    /** journal-2026-11-24.db is of 24 November. */
    private String day(Path copy) {
        String name = copy.getFileName().toString();
        try {
            return words.value(LocalDate.parse(name.substring(name.indexOf('-') + 1, name.lastIndexOf('.'))));
        } catch (DateTimeParseException noDay) {
            return words.get("restore.before");
        }
    }

    private void written(Path file) {
        dialogs.say("export.title", "export.done", file.toString());
    }

    private static String name(Submission attempt) {
        return CarName.of(attempt.sent()::text).replaceAll("[^\\p{L}\\p{N} .-]", "_");
    }
}
