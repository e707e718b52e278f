package app.forecourt.start;

import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.ui.dialog.WindowDialogs;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The result of reading the custom vocabulary, a file that the user may have written by hand.
 *
 * @param isReadable false if the file exists but can't be read
 * @param unusableLines the unusable lines, as {@link Vocabulary#extend} describes them
 */
public record VocabularyLoadResult(boolean isReadable, List<String> unusableLines) {

    /** Loads the vocabulary and adds the words of the file. A missing file adds none. Blocks on the disk. */
    public static VocabularyLoadResult read(Path file, Vocabulary vocabulary) {
        vocabulary.load();
        // Reading a pipe would block for ever.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return new VocabularyLoadResult(false, List.of());
        }
        // This reader replaces invalid UTF-8 by a replacement character; Files.newBufferedReader would throw.
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            return new VocabularyLoadResult(true, vocabulary.extend(reader));
        } catch (NoSuchFileException missing) {
            return new VocabularyLoadResult(true, List.of());
        } catch (IOException unreadable) {
            return new VocabularyLoadResult(false, List.of());
        }
    }

    /** Shows the user a dialog if the file or some of its lines can't be used. */
    public void showProblems(WindowDialogs dialogs, Path file) {
        if (!isReadable) {
            dialogs.showMessage("ownwords.title", "trouble.ownwords.unreadable", file.toString());
        } else if (!unusableLines.isEmpty()) {
            dialogs.showMessage(
                    "ownwords.title",
                    "trouble.ownwords.unusable",
                    file.toString(),
                    unusableLines.stream().limit(WindowDialogs.MOST_LINES).collect(Collectors.joining("\n")),
                    Math.max(0, unusableLines.size() - WindowDialogs.MOST_LINES));
        }
    }
}
