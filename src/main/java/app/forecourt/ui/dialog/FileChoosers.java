package app.forecourt.ui.dialog;

import app.forecourt.ui.words.Messages;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** File choosers of the system over a window. */
public final class FileChoosers {
    private final Supplier<Window> owner;
    private final Messages messages;

    FileChoosers(Supplier<Window> owner, Messages messages) {
        this.owner = owner;
        this.messages = messages;
    }

    /**
     * Lets the user choose a file to read.
     *
     * @return the file, or empty if the user cancelled
     */
    public Optional<Path> chooseFileToOpen(String titleKey, String... patterns) {
        return Optional.ofNullable(chooser(titleKey, patterns).showOpenDialog(owner.get()))
                .map(File::toPath);
    }

    /**
     * Lets the user choose several files to read.
     *
     * @param kindKey key of the words for the kind of files
     * @return the files; empty if the user cancelled
     */
    public List<Path> chooseFilesToOpen(String titleKey, String kindKey, List<String> patterns) {
        FileChooser chooser = chooser(titleKey);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(messages.get(kindKey), patterns),
                        new FileChooser.ExtensionFilter(messages.get("file.all"), "*.*"));
        return Objects.requireNonNullElse(chooser.showOpenMultipleDialog(owner.get()), List.<File>of()).stream()
                .map(File::toPath)
                .toList();
    }

    /**
     * Lets the user choose a file to write. A name without an extension gets the one of the suggested name, and a
     * number if there is such a file: the chooser has asked about the name without it.
     *
     * @param name suggested file name
     * @return the file, or empty if the user cancelled
     */
    public Optional<Path> chooseFileToSave(String titleKey, String name, String... patterns) {
        FileChooser chooser = chooser(titleKey, patterns);
        chooser.setInitialFileName(name);
        String extension = name.substring(name.lastIndexOf('.'));
        return Optional.ofNullable(chooser.showSaveDialog(owner.get()))
                .map(File::toPath)
                .map(file -> file.getFileName().toString().contains(".") ? file : withExtension(file, extension));
    }

    static Path withExtension(Path file, String extension) {
        Path free = file.resolveSibling(file.getFileName() + extension);
        for (int number = 2; Files.exists(free); number++) {
            free = file.resolveSibling(file.getFileName() + " (" + number + ")" + extension);
        }
        return free;
    }

    private FileChooser chooser(String titleKey, String... patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get(titleKey));
        for (String pattern : patterns) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(pattern, pattern));
        }
        return chooser;
    }
}
