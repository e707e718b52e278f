package app.forecourt.ui.transfer;

import app.forecourt.autochat.json.CarImportParser;
import app.forecourt.autochat.json.CarImportResult;
import app.forecourt.file.FileInUseRetry;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.stock.StockDuplicateSearch;
import app.forecourt.stock.StockRow;
import app.forecourt.text.TextSanitizer;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.words.Messages;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.input.Dragboard;

/** Importer of cars from a file, from the clipboard, or from a drop on the window. */
public final class CarImporter {
    /** Largest file in bytes. A character has at most four bytes. */
    private static final long LARGEST = 4L * CarImportParser.LONGEST;
    /** Most names listed in the message about omitted data and duplicates. */
    private static final int MOST_NAMED = 6;

    private final CarsModel cars;
    private final FileTaskRunner fileTaskRunner;
    private final Messages messages;
    private final WindowDialogs dialogs;

    CarImporter(CarsModel cars, FileTaskRunner fileTaskRunner, Messages messages, WindowDialogs dialogs) {
        this.cars = cars;
        this.fileTaskRunner = fileTaskRunner;
        this.messages = messages;
        this.dialogs = dialogs;
    }

    /** Imports cars from a file that the user chooses. */
    public void importFile() {
        dialogs.fileChoosers().chooseFileToOpen("import.title", "*.json").ifPresent(this::read);
    }

    public void importClipboard() {
        read(ClipboardText.text());
    }

    /** Returns whether the dragged content is a file or text. */
    public boolean accepts(Dragboard dragged) {
        return dragged.hasFiles() || dragged.hasString();
    }

    /** Imports cars from files or text dropped on the window. */
    public void importDropped(Dragboard dragged) {
        if (dragged.hasFiles()) {
            List<Path> files = dragged.getFiles().stream().map(File::toPath).toList();
            fileTaskRunner.run("import.wait", () -> readAll(files), this::show);
        } else {
            read(dragged.getString());
        }
    }

    private void read(String text) {
        fileTaskRunner.run("import.wait", () -> CarImportParser.parse(text), this::show);
    }

    private void read(Path file) {
        fileTaskRunner.run("import.wait", () -> readFile(file), this::show);
    }

    /**
     * Reads files as one list, all of them or none. Otherwise each photo dropped by mistake would open a message of its
     * own.
     *
     * @return all cars, or the reason why the first bad file was refused
     * @throws IOException if a file can't be read
     */
    static CarImportResult readAll(List<Path> files) throws IOException {
        var cars = new ArrayList<CarImportResult.ImportedCar>();
        int passedOver = 0;
        for (Path file : files) {
            switch (readFile(file)) {
                case CarImportResult.Cars(var found, var passedOverHere) -> {
                    cars.addAll(found);
                    passedOver += passedOverHere;
                }
                case CarImportResult.Refused refused -> {
                    return refused;
                }
            }
            if (cars.size() > CarImportParser.MOST_CARS) {
                return new CarImportResult.Refused(CarImportResult.Reason.TOO_MANY);
            }
        }
        return cars.isEmpty()
                ? new CarImportResult.Refused(CarImportResult.Reason.EMPTY)
                : new CarImportResult.Cars(cars, passedOver);
    }

    private static CarImportResult readFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new CarImportResult.Refused(CarImportResult.Reason.NOT_JSON);
        }
        if (Files.size(file) > LARGEST) {
            return new CarImportResult.Refused(CarImportResult.Reason.TOO_LARGE);
        }
        try {
            return CarImportParser.parse(decode(FileInUseRetry.run(() -> Files.readAllBytes(file), file)));
        } catch (CharacterCodingException otherCharset) {
            return new CarImportResult.Refused(CarImportResult.Reason.NOT_UTF8);
        }
    }

    /** Returns the text of a file in UTF-8, or in UTF-16 if it begins with a byte order mark of that. */
    private static String decode(byte[] file) throws CharacterCodingException {
        boolean isUtf16 =
                file.length > 1 && Set.of(0xFEFF, 0xFFFE).contains(((file[0] & 0xFF) << 8) | (file[1] & 0xFF));
        return (isUtf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                .newDecoder()
                .decode(ByteBuffer.wrap(file))
                .toString();
    }

    private void show(CarImportResult result) {
        switch (result) {
            case CarImportResult.Refused(var reason) ->
                dialogs.showMessage("import.title", "import." + Messages.key(reason));
            case CarImportResult.Cars imported -> {
                List<StockRow> added = cars.actions().importCars(imported.cars());
                // In a task of its own, because the message waits for the user.
                cars.stock().whenComplete(() -> Platform.runLater(() -> report(imported, added)));
            }
        }
    }

    /** Names what was left out and which cars the list had already. All cars are read by now. */
    private void report(CarImportResult.Cars imported, List<StockRow> added) {
        List<String> leftOut = imported.cars().stream()
                .map(CarImportResult.ImportedCar::leftOut)
                .flatMap(List::stream)
                .distinct()
                .toList();
        List<StockDuplicateSearch.Duplicate> twins = cars.stock().duplicatesOf(added);
        // The undo line below the list names the number of cars and removes them again.
        if (imported.skipped() > 0 || !leftOut.isEmpty() || !twins.isEmpty()) {
            dialogs.showMessage(
                    "import.title",
                    "import.done",
                    added.size(),
                    imported.skipped(),
                    leftOut.size(),
                    joinNames(leftOut),
                    countUnlisted(leftOut),
                    twins.size(),
                    joinNames(twins.stream().map(this::describe).toList()),
                    countUnlisted(twins));
        }
    }

    /** Returns the car's name and the value that it shares with its duplicate. */
    private String describe(StockDuplicateSearch.Duplicate twin) {
        return cars.names().name(twin.car(), messages.get("stock.untitled")) + " ("
                + TextSanitizer.excerpt(twin.car().text(twin.sharedField())) + ")";
    }

    private static String joinNames(List<String> names) {
        return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    }

    private static int countUnlisted(List<?> items) {
        return Math.max(0, items.size() - MOST_NAMED);
    }
}
