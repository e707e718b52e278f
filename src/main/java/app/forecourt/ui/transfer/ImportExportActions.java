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

/**
 * Actions of the menu: export of cars, restore of daily backups, migration to another computer. The {@link CarImporter}
 * imports cars.
 */
public final class ImportExportActions {
    private final AppModel model;
    private final Journal journal;
    private final MigrationArchive archive;
    private final CarValidator validator;
    private final TaskRunner background;
    private final Messages words;
    private final Dialogs dialogs;
    private final FileTask fileTask;
    private final CarImporter importer;

    /**
     * Creates the actions.
     *
     * @param archive archive of all data, for another computer
     * @param validator parser of the fields of an exported car
     */
    public ImportExportActions(AppModel model, Journal journal, MigrationArchive archive,
            CarValidator validator,
            TaskRunner background,
            Messages words, Dialogs dialogs) {
        this.model = model;
        this.journal = journal;
        this.archive = archive;
        this.validator = validator;
        this.background = background;
        this.words = words;
        this.dialogs = dialogs;
        this.fileTask = new FileTask(background, words, dialogs);
        this.importer = new CarImporter(model.cars(), fileTask, words, dialogs);
    }

    /** Returns the importer of cars. */
    public CarImporter arrivals() {
        return importer;
    }

    /** Exports the last sent payload of the car in the form, unchanged. */
    public void writeCar() {
        Optional<Submission> sent = lastSent();
        if (sent.isPresent()) {
            dialogs.files().save("export.car", fileName(sent.get()) + ".json")
                    .ifPresent(file -> fileTask.run(() -> {
                        Files.writeString(file, sent.get().payload());
                        return file;
                    }, this::showExported));
        }
    }

    /** Returns the last submission of the car in the form that was sent, whatever its outcome. */
    public Optional<Submission> lastSent() {
        List<Submission> submissions = model.cars().current().car().get().attempts();
        return submissions.reversed().stream().filter(submission -> switch (submission.state()) {
            case ACCEPTED, REJECTED, UNKNOWN, SENDING -> true;
            case WAITING, REFUSED, LIMITED, NOT_SENT -> false;
        }).findFirst();
    }

    /**
     * Exports the cars shown in the list. The format is JSON if the file's name ends in {@code .json}, otherwise CSV.
     */
    public void writeList() {
        Iterable<ExportRow> rows = () -> model.cars().stock().shown().stream().map(StockRow::id)
                .map(journal::car).flatMap(Optional::stream).map(ExportRow::of).iterator();
        dialogs.files().save("export.list", "forecourt.csv", "*.csv", "*.json")
                .ifPresent(file -> fileTask.run(() -> {
                    StockExport export = new StockExport(rows, validator);
                    if (file.toString().endsWith(".json")) {
                        export.json(file);
                    } else {
                        export.csv(file, StockExport.separator(words.locale()));
                    }
                    return file;
                }, this::showExported));
    }

    /** Lets the user choose a daily backup and restores its cars. */
    public void restore() {
        background.run(journal::copies, copies -> {
            if (copies.isEmpty()) {
                dialogs.say("restore.title", "restore.none");
            } else if (isFree()) {
                dialogs.choose("restore.title", "restore.text", "restore.yes", copies, this::dayOf)
                        .ifPresent(copy -> restore(copy, true));
            }
        });
    }

    /**
     * Offers to restore the newest daily backup after the journal was damaged. Later changes are kept. The copy made
     * before the last restore is not offered.
     *
     * @param salvaged true if the new journal holds the readable part of the damaged one
     */
    public void offerNewest(boolean salvaged) {
        background.run(journal::copies,
                copies -> copies.stream().filter(copy -> !isBeforeRestore(copy)).findFirst()
                        .filter(newest -> dialogs.agree("restore.title",
                                salvaged ? "restore.missing" : "restore.offer", "restore.yes", dayOf(newest)))
                        .ifPresent(newest -> restore(newest, false)));
    }

    private void restore(Path copy, boolean overwrite) {
        fileTask.run(() -> {
            journal.merge(copy, overwrite);
            return copy;
        }, _ -> {
            model.reload();
            dialogs.say("restore.title", overwrite ? "restore.done" : "restore.taken");
        });
    }

    /** Writes all data of this installation into one archive file. */
    public void pack() {
        dialogs.files().save("move.title", "forecourt.zip", "*.zip").ifPresent(file -> fileTask.run(
                () -> archive.pack(file),
                leftOut -> dialogs.say("move.title",
                        leftOut.isPresent() ? "move.packed.wordless" : "move.packed",
                        file.toString(), leftOut.map(Path::toString).orElse(""))));
    }

    /** Imports an archive file written on another computer. */
    public void unpack() {
        if (isFree()) {
            dialogs.files().open("move.in", "*.zip")
                    .ifPresent(file -> fileTask.run(() -> archive.unpack(file), this::onUnpacked));
        }
    }

    private void onUnpacked(MigrationArchive.Unpacked result) {
        switch (result) {
            case MigrationArchive.Unpacked.Refused(var reason) ->
                dialogs.say("move.title", "move." + Messages.key(reason));
            case MigrationArchive.Unpacked.Brought(var beside) -> {
                model.reload();
                model.settingsChanged();
                dialogs.say("move.title", beside.isPresent() ? "move.brought.beside" : "move.brought",
                        beside.map(Path::toString).orElse(""));
            }
        }
    }

    /**
     * Returns whether no car is being sent; otherwise shows a message. A restore during a submission would leave that
     * submission with an unknown outcome.
     */
    boolean isFree() {
        boolean isIdle = model.sending().delay().count() == 0
                && model.cars().current().status().get() != ListingStatus.SENDING
                && model.cars().stock().all().stream()
                        .noneMatch(row -> row.traces().stream()
                                .anyMatch(submission -> submission.state().underWay()));
        if (!isIdle) {
            dialogs.say("restore.title", "restore.busy");
        }
        return isIdle;
    }

    private static boolean isBeforeRestore(Path copy) {
        return copy.getFileName().toString().equals("journal-before.db");
    }

    /** Returns the day of a backup from its file name: {@code journal-2026-11-24.db} is of 24 November. */
    private String dayOf(Path copy) {
        String name = copy.getFileName().toString();
        try {
            return words.value(LocalDate.parse(name.substring(name.indexOf('-') + 1, name.lastIndexOf('.'))));
        } catch (DateTimeParseException noDay) {
            return words.get("restore.before");
        }
    }

    private void showExported(Path file) {
        dialogs.say("export.title", "export.done", file.toString());
    }

    private static String fileName(Submission submission) {
        return CarName.of(submission.sent()::text).replaceAll("[^\\p{L}\\p{N} .-]", "_");
    }
}
