package app.forecourt.ui.words;

import app.forecourt.journal.JournalState;
import app.forecourt.journal.salvage.SalvageResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The message about the state in which the journal's file was found. */
public final class JournalMessages {
    private JournalMessages() {}

    /** Returns the message; empty when the file was as it should be. */
    public static Optional<String> of(JournalState found, Messages words) {
        return switch (found.kind()) {
            case NEW, SOUND -> Optional.empty();
            case DAMAGED ->
                Optional.of(found.salvage().map(salvage -> salvaged(salvage, found.aside(), words))
                        .orElseGet(() -> plain(found, words)));
            case GONE, NEWER, FULL, HELD, UNWRITABLE -> Optional.of(plain(found, words));
        };
    }

    private static String plain(JournalState found, Messages words) {
        return words.get("found." + Messages.key(found.kind()), found.aside().map(Path::toString).orElse(""));
    }

    private static String salvaged(SalvageResult salvage, Optional<Path> aside, Messages words) {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.get("found.salvaged", salvage.cars(), salvage.submissions()));
        sentences.add(missing(salvage, words));
        if (salvage.rebuilt() > 0) {
            sentences.add(words.get("found.salvaged.rebuilt", salvage.rebuilt()));
        }
        if (salvage.underWay() > 0) {
            sentences.add(words.get("found.salvaged.underway", salvage.underWay()));
        }
        aside.ifPresent(path -> sentences.add(words.get("found.aside", path.toString())));
        return String.join("\n", sentences);
    }

    private static String missing(SalvageResult salvage, Messages words) {
        if (salvage.isComplete()) {
            return words.get("found.salvaged.whole");
        }
        if (salvage.lostCars() == 0 && salvage.lostSubmissions() == 0) {
            return words.get("found.salvaged.unknown");
        }
        return words.get(salvage.counted() ? "found.salvaged.missing" : "found.salvaged.more",
                salvage.lostCars(), salvage.lostSubmissions());
    }
}
