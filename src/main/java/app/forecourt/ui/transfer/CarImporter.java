package app.forecourt.ui.transfer;

import app.forecourt.autochat.json.CarImport;
import app.forecourt.autochat.json.ImportResult;
import app.forecourt.autochat.json.ImportedCar;
import app.forecourt.model.cars.CarsModel;
import app.forecourt.model.stock.DuplicateIndex;
import app.forecourt.stock.CarName;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.words.Messages;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.Dragboard;

/** Cars that come in from elsewhere: from a file, from what was copied, or dropped on the window. */
public final class CarImporter {
    /** Bytes; a character of text has at most four. */
    private static final long LARGEST = 4L * CarImport.LONGEST;
    /** Of what was left out or was there already, so many names are told. */
    private static final int MOST_NAMED = 6;
    /** Characters of such a name. */
    private static final int LONGEST_NAME = 60;

    private final CarsModel cars;
    private final FileTask errand;
    private final Messages words;
    private final Dialogs dialogs;

    CarImporter(CarsModel cars, FileTask errand, Messages words, Dialogs dialogs) {
        this.cars = cars;
        this.errand = errand;
        this.words = words;
        this.dialogs = dialogs;
    }

    /** Takes cars out of a file that she chooses. */
    public void openFile() {
        dialogs.files().open("import.title", "*.json").ifPresent(this::read);
    }

    /** Takes cars out of what was copied. */
    public void paste() {
        read(ClipboardText.text());
    }

    /** Whether what is dragged over the window can be taken. */
    public boolean takes(Dragboard dragged) {
        return dragged.hasFiles() || dragged.hasString();
    }

    /** Takes cars out of what was dropped on the window. */
    public void drop(Dragboard dragged) {
        if (dragged.hasFiles()) {
            List<Path> files = dragged.getFiles().stream().map(File::toPath).toList();
            errand.run(() -> readAll(files), this::show);
        } else {
            read(dragged.getString());
        }
    }

    private void read(String text) {
        errand.run(() -> CarImport.read(text), this::show);
    }

    private void read(Path file) {
        errand.run(() -> readFile(file), this::show);
    }

    /**
     * Files as one list, all of them or none, so that there is one thing to say: whoever drops the photos of a car here by
     * mistake would have to close a window for each.
     */
    static ImportResult readAll(List<Path> files) throws IOException {
        var cars = new ArrayList<ImportedCar>();
        int others = 0;
        for (Path file : files) {
            switch (readFile(file)) {
                case ImportResult.Cars(var found, var passedOver) -> {
                    cars.addAll(found);
                    others += passedOver;
                }
                case ImportResult.Refused refused -> {
                    return refused;
                }
            }
            if (cars.size() > CarImport.MOST_CARS) {
                return new ImportResult.Refused(ImportResult.Reason.TOO_MANY);
            }
        }
        return cars.isEmpty() ? new ImportResult.Refused(ImportResult.Reason.EMPTY)
                : new ImportResult.Cars(cars, others);
    }

    private static ImportResult readFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new ImportResult.Refused(ImportResult.Reason.NOT_JSON);
        }
        if (Files.size(file) > LARGEST) {
            return new ImportResult.Refused(ImportResult.Reason.TOO_LARGE);
        }
        try {
            return CarImport.read(Files.readString(file));
        } catch (CharacterCodingException noText) {
            return new ImportResult.Refused(ImportResult.Reason.NOT_JSON);
        }
    }

    private void show(ImportResult imported) {
        switch (imported) {
            case ImportResult.Refused(var reason) ->
                dialogs.say("import.title", "import." + Messages.key(reason));
            case ImportResult.Cars(var found, var others) -> {
                List<String> left = found.stream().map(ImportedCar::leftOut).flatMap(List::stream).distinct()
                        .toList();
                List<DuplicateIndex.Twin> twins = cars.importCars(found);
                if (found.size() > 1 || others > 0 || !left.isEmpty() || !twins.isEmpty()) {
                    dialogs.say("import.title", "import.done", found.size(), others, left.size(),
                            named(left), unnamed(left), twins.size(),
                            named(twins.stream().map(this::name).toList()), unnamed(twins));
                }
            }
        }
    }

    /** What the car is called, and what it has in common with another one. */
    private String name(DuplicateIndex.Twin twin) {
        return brief(CarName.of(twin.car(), words.get("stock.untitled"))) + " ("
                + brief(twin.car().text(twin.by())) + ")";
    }

    private static String brief(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "…";
    }

    private static String named(List<String> all) {
        return all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    }

    private static int unnamed(List<?> all) {
        return Math.max(0, all.size() - MOST_NAMED);
    }
}
