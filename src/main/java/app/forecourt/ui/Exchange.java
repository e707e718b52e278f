package app.forecourt.ui;

import app.forecourt.autochat.CarImport;
import app.forecourt.autochat.Imported;
import app.forecourt.autochat.ImportedCar;
import app.forecourt.car.CarField;
import app.forecourt.journal.Attempt;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalException;
import app.forecourt.journal.Standing;
import app.forecourt.journal.StockRow;
import app.forecourt.listing.Exported;
import app.forecourt.listing.Luggage;
import app.forecourt.listing.StockExport;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.Dragboard;

/** Cars that come in from elsewhere, and lists that go out: files, what was copied, what is dropped on the window. */
public final class Exchange {
    /** Bytes; a character of text has at most four. */
    private static final long LARGEST = 4L * CarImport.LONGEST;
    /** Of what was left out, so many names are told. */
    private static final int MOST_NAMED = 6;

    private final Desk desk;
    private final Journal journal;
    private final Luggage luggage;
    private final Background background;
    private final Words words;
    private final Dialogs dialogs;

    /** What may go wrong on the way to or from a file. */
    private interface Blocking<T> {
        T run() throws IOException;
    }

    /** @param luggage all of this desk, for another computer */
    public Exchange(Desk desk, Journal journal, Luggage luggage, Background background, Words words,
            Dialogs dialogs) {
        this.desk = desk;
        this.journal = journal;
        this.luggage = luggage;
        this.background = background;
        this.words = words;
        this.dialogs = dialogs;
    }

    /** Takes cars out of a file that she chooses. */
    void openFile() {
        dialogs.open("import.title", "*.json").ifPresent(this::read);
    }

    /** Takes cars out of what was copied. */
    void paste() {
        take(CarImport.read(Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("")));
    }

    /** Whether what is dragged over the window can be taken. */
    boolean takes(Dragboard dragged) {
        return dragged.hasFiles() || dragged.hasString();
    }

    /** Takes cars out of what was dropped on the window. */
    void drop(Dragboard dragged) {
        if (dragged.hasFiles()) {
            dragged.getFiles().forEach(file -> read(file.toPath()));
        } else {
            take(CarImport.read(dragged.getString()));
        }
    }

    private void read(Path file) {
        away(() -> {
            if (!Files.isRegularFile(file)) {
                return new Imported.Refused(Imported.Reason.NOT_JSON);
            }
            if (Files.size(file) > LARGEST) {
                return new Imported.Refused(Imported.Reason.TOO_LARGE);
            }
            try {
                return CarImport.read(Files.readString(file));
            } catch (CharacterCodingException noText) {
                return new Imported.Refused(Imported.Reason.NOT_JSON);
            }
        }, this::take);
    }

    private void take(Imported imported) {
        switch (imported) {
            case Imported.Refused(var reason) -> dialogs.say("import.title", "import." + Words.key(reason));
            case Imported.Cars(var found, var others) -> {
                List<String> left = found.stream().map(ImportedCar::leftOut).flatMap(List::stream).distinct()
                        .toList();
                if (found.size() == 1) {
                    desk.cars().add(found.getFirst().draft());
                } else {
                    desk.cars().addAll(found.stream().map(ImportedCar::draft).toList());
                }
                if (found.size() > 1 || others > 0 || !left.isEmpty()) {
                    dialogs.say("import.title", "import.done", found.size(), others, left.size(),
                            left.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")),
                            Math.max(0, left.size() - MOST_NAMED));
                }
            }
        }
    }

    /** Writes the car in the form as it was sent last, to the letter. */
    void writeCar() {
        Optional<Attempt> sent = lastSent();
        if (sent.isPresent()) {
            dialogs.save("export.car", name(sent.get()) + ".json").ifPresent(file -> away(() -> {
                Files.writeString(file, sent.get().payload());
                return file;
            }, this::written));
        }
    }

    /** What was sent last of the car in the form. */
    Optional<Attempt> lastSent() {
        List<Attempt> attempts = desk.cars().inForm().current().get().attempts();
        return attempts.reversed().stream().filter(attempt -> switch (attempt.state()) {
            case ACCEPTED, REJECTED, UNKNOWN, SENDING -> true;
            case WAITING, REFUSED, LIMITED, NOT_SENT -> false;
        }).findFirst();
    }

    /** Writes the list as it is shown, as a table or as JSON, as the file's name says. */
    void writeList() {
        Iterable<Exported> rows = () -> desk.cars().stock().shown().stream().map(StockRow::id)
                .map(journal::car).flatMap(Optional::stream).map(Exported::of).iterator();
        dialogs.save("export.list", "forecourt.csv", "*.csv", "*.json").ifPresent(file -> away(() -> {
            StockExport export = new StockExport(rows);
            if (file.toString().endsWith(".json")) {
                export.json(file);
            } else {
                export.csv(file, StockExport.separator(words.locale()));
            }
            return file;
        }, this::written));
    }

    /** Brings back what a daily copy has. */
    void restore() {
        background.run(journal::copies, copies -> {
            if (copies.isEmpty()) {
                dialogs.say("restore.title", "restore.none");
            } else if (isFree()) {
                dialogs.choose("restore.title", "restore.text", copies, this::day)
                        .ifPresent(copy -> restore(copy, true));
            }
        });
    }

    /** The same without being asked to choose, for a journal that was damaged: what is typed since stays. */
    void offerNewest() {
        background.run(journal::copies, copies -> copies.stream().filter(copy -> !isBefore(copy)).findFirst()
                .filter(newest -> dialogs.agree("restore.title", "restore.offer", "restore.yes", day(newest)))
                .ifPresent(newest -> restore(newest, false)));
    }

    private void restore(Path copy, boolean back) {
        away(() -> {
            journal.take(copy, back);
            return copy;
        }, done -> {
            desk.reload();
            dialogs.say("restore.title", "restore.done");
        });
    }

    /** Writes all of this desk as one file. */
    void pack() {
        dialogs.save("move.title", "forecourt.zip", "*.zip").ifPresent(file -> away(() -> {
            luggage.pack(file);
            return file;
        }, done -> dialogs.say("move.title", "move.packed", done.toString())));
    }

    /** Takes in what another computer wrote. */
    void unpack() {
        if (isFree()) {
            dialogs.open("move.in", "*.zip")
                    .ifPresent(file -> away(() -> luggage.unpack(file), this::unpacked));
        }
    }

    private void unpacked(Luggage.Unpacked unpacked) {
        switch (unpacked) {
            case Luggage.Unpacked.Refused(var reason) ->
                dialogs.say("move.title", "move." + Words.key(reason));
            case Luggage.Unpacked.Brought(var beside) -> {
                desk.reload();
                desk.settingsChanged();
                dialogs.say("move.title", beside.isPresent() ? "move.brought.beside" : "move.brought",
                        beside.map(Path::toString).orElse(""));
            }
        }
    }

    /** What is on its way now would come back as something nobody knows the end of. */
    boolean isFree() {
        boolean free = desk.cars().inForm().standing().get() != Standing.SENDING
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

    private static String name(Attempt attempt) {
        String name = (attempt.sent().text(CarField.BRAND) + " "
                + attempt.sent().text(CarField.MODEL)).strip();
        return name.replaceAll("[^\\p{L}\\p{N} .-]", "_");
    }

    private record Result<T>(Optional<T> value, String failure) {}

    /** Away from the window; a disk that will not is said, it is no fault of the program. */
    private <T> void away(Blocking<T> blocking, Consumer<T> done) {
        background.run(() -> {
            try {
                return new Result<>(Optional.of(blocking.run()), "");
            } catch (JournalException failure) {
                return new Result<T>(Optional.empty(), words.get("disk." + Words.key(failure.reason())));
            } catch (IOException failure) {
                return new Result<T>(Optional.empty(), String.valueOf(failure.getMessage()));
            }
        }, result -> result.value().ifPresentOrElse(done,
                () -> dialogs.say("export.title", "exchange.failed", result.failure())));
    }
}
