package app.forecourt.ui.dialog;

import app.forecourt.ui.words.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Has files chosen, by the system's own window for that. */
public final class FileChoosers {
    private final Supplier<Window> owner;
    private final Messages words;

    FileChoosers(Supplier<Window> owner, Messages words) {
        this.owner = owner;
        this.words = words;
    }

    /** Has a file chosen to be read. */
    public Optional<Path> open(String titleKey, String... patterns) {
        return Optional.ofNullable(chooser(titleKey, patterns).showOpenDialog(owner.get())).map(File::toPath);
    }

    /** Has a file chosen to be written; of several patterns its name tells which. */
    public Optional<Path> save(String titleKey, String name, String... patterns) {
        FileChooser chooser = chooser(titleKey, patterns);
        chooser.setInitialFileName(name);
        String ending = name.substring(name.lastIndexOf('.'));
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath)
                .map(file -> file.getFileName().toString().contains(".") ? file
                        : file.resolveSibling(file.getFileName() + ending));
    }

    private FileChooser chooser(String titleKey, String... patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get(titleKey));
        for (String pattern : patterns) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(pattern, pattern));
        }
        return chooser;
    }
}
