package app.forecourt;

import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.ui.dialog.Dialogs;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of reading the desk's own words, a file that a person may have written.
 *
 * @param readable false when it is there but can't be read
 * @param unusable what in it could not be used, as the vocabulary tells it
 */
record CustomVocabularyLoader(boolean readable, List<String> unusable) {

    /** Loads the vocabulary and adds the file's words; a missing file adds none. Blocks on the disk. */
    static CustomVocabularyLoader read(Path file, Vocabulary vocabulary) {
        vocabulary.load();
        // A pipe would be waited for without end.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return new CustomVocabularyLoader(false, List.of());
        }
        // A reader made this way puts a mark in place of what is not UTF-8, where Files.newBufferedReader throws.
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            return new CustomVocabularyLoader(true, vocabulary.extend(reader));
        } catch (NoSuchFileException none) {
            return new CustomVocabularyLoader(true, List.of());
        } catch (IOException unreadable) {
            return new CustomVocabularyLoader(false, List.of());
        }
    }

    /** Tells the user what she has to mend, if there is anything. */
    void showProblems(Dialogs dialogs, Path file) {
        if (!readable) {
            dialogs.ownWordsUnreadable(file.toString());
        } else if (!unusable.isEmpty()) {
            dialogs.ownWordsUnusable(file.toString(), unusable);
        }
    }
}
