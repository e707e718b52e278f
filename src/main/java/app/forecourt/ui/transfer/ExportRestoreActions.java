package app.forecourt.ui.transfer;

import app.forecourt.car.check.CarValidator;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.file.AtomicFile;
import app.forecourt.file.FileName;
import app.forecourt.journal.Journal;
import app.forecourt.model.AppModel;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import app.forecourt.transfer.ExportRow;
import app.forecourt.transfer.StockExport;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.words.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Actions of the menu: export of cars, restore of daily backups. The {@link CarImporter} imports cars. */
public final class ExportRestoreActions {
    private final AppModel model;
    private final Journal journal;
    private final CarValidator validator;
    private final TaskRunner taskRunner;
    private final Messages messages;
    private final WindowDialogs dialogs;
    private final FileTaskRunner fileTaskRunner;
    private final CarImporter importer;

    /**
     * Creates the actions.
     *
     * @param validator parser of the fields of an exported car
     */
    public ExportRestoreActions(
            AppModel model,
            Journal journal,
            CarValidator validator,
            TaskRunner taskRunner,
            Messages messages,
            WindowDialogs dialogs) {
        this.model = model;
        this.journal = journal;
        this.validator = validator;
        this.taskRunner = taskRunner;
        this.messages = messages;
        this.dialogs = dialogs;
        this.fileTaskRunner = new FileTaskRunner(taskRunner, messages, dialogs);
        this.importer = new CarImporter(model.cars(), fileTaskRunner, messages, dialogs);
    }

    public CarImporter importer() {
        return importer;
    }

    /** Exports the last sent payload of the car in the form, unchanged. */
    public void exportCar() {
        Optional<Submission> sent = lastSent();
        if (sent.isPresent()) {
            dialogs.fileChoosers()
                    .chooseFileToSave("export.car", fileName(sent.get()))
                    .ifPresent(file -> fileTaskRunner.run(
                            "export.wait",
                            () -> {
                                AtomicFile.writeBytes(
                                        file,
                                        out -> out.write(sent.get().payload().getBytes(StandardCharsets.UTF_8)));
                                return file;
                            },
                            this::showExported));
        }
    }

    /** Returns the last submission of the car in the form that was sent, whatever its outcome. */
    public Optional<Submission> lastSent() {
        List<Submission> submissions =
                model.cars().current().car().get().submissions().all();
        return submissions.reversed().stream()
                .filter(submission -> switch (submission.state()) {
                    case ACCEPTED, REJECTED, UNKNOWN, SENDING -> true;
                    case REQUESTED, WAITING, REFUSED, LIMITED, NOT_SENT -> false;
                })
                .findFirst();
    }

    /** Lets the user choose a file and exports the cars shown in the list. */
    public void exportList() {
        dialogs.fileChoosers()
                .chooseFileToSave("export.list", "forecourt.csv", "*.csv", "*.json")
                .ifPresent(this::exportList);
    }

    /**
     * Exports the cars shown in the list, in their order. The format is JSON if the file's name ends in {@code .json},
     * otherwise CSV.
     */
    public void exportList(Path file) {
        List<UUID> shown =
                model.cars().stock().visibleCars().stream().map(StockRow::id).toList();
        Iterable<ExportRow> rows = () -> shown.stream()
                .map(journal::car)
                .flatMap(Optional::stream)
                .map(car -> ExportRow.of(car, journal.photos()::ofCar))
                .iterator();
        fileTaskRunner.run(
                "export.wait",
                () -> {
                    StockExport export = new StockExport(rows, validator);
                    if (file.toString().endsWith(".json")) {
                        export.writeJson(file);
                    } else {
                        export.writeCsv(file, StockExport.separator(messages.locale()));
                    }
                    return file;
                },
                this::showExported);
    }

    /** Lets the user choose a daily backup and restores its cars. */
    public void restore() {
        taskRunner.run(journal::backups, copies -> {
            if (copies.isEmpty()) {
                dialogs.showMessage("restore.title", "restore.none");
            } else if (isIdleOrWarn()) {
                dialogs.choose("restore.title", "restore.text", "restore.yes", copies, this::dayOf)
                        .ifPresent(this::restore);
            }
        });
    }

    private void restore(Path copy) {
        fileTaskRunner.run(
                "restore.wait",
                () -> {
                    journal.restore(copy);
                    return copy;
                },
                _ -> {
                    model.reload();
                    dialogs.toasts().show("restore.done");
                });
    }

    /**
     * Returns whether no car is being sent; otherwise shows a message. A restore during a submission would leave that
     * submission with an unknown outcome.
     */
    boolean isIdleOrWarn() {
        boolean isIdle = model.sendWorkflow().delay().count() == 0
                && model.cars().current().status().get() != SendingStatus.SENDING
                && model.cars().stock().all().stream()
                        .noneMatch(row -> row.submissions().stream()
                                .anyMatch(submission -> submission.state().isUnderWay()));
        if (!isIdle) {
            dialogs.showMessage("restore.title", "restore.busy");
        }
        return isIdle;
    }

    /** Returns the day of a backup from its file name: {@code journal-2026-11-24.db} is of 24 November. */
    private String dayOf(Path copy) {
        String name = copy.getFileName().toString();
        try {
            return messages.value(LocalDate.parse(name.substring(name.indexOf('-') + 1, name.lastIndexOf('.'))));
        } catch (DateTimeParseException noDay) {
            return messages.get("restore.before");
        }
    }

    private void showExported(Path file) {
        dialogs.toasts().show("export.done", file.toString());
    }

    private String fileName(Submission submission) {
        return FileName.of(model.cars().names().name(submission.draft()::text), "car", ".json");
    }
}
