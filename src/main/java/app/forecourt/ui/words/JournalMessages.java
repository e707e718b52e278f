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
    public static Optional<String> of(JournalState state, Messages messages) {
        return switch (state.kind()) {
            case NEW, SOUND -> Optional.empty();
            case DAMAGED ->
                Optional.of(state.salvage()
                        .map(salvage -> salvaged(salvage, state.aside(), messages))
                        .orElseGet(() -> plain(state, messages)));
            case GONE, NEWER, FULL, HELD, UNWRITABLE -> Optional.of(plain(state, messages));
        };
    }

    private static String plain(JournalState state, Messages messages) {
        return messages.get(
                "found." + Messages.key(state.kind()),
                state.aside().map(Path::toString).orElse(""));
    }

    private static String salvaged(SalvageResult salvage, Optional<Path> aside, Messages messages) {
        List<String> sentences = new ArrayList<>();
        sentences.add(messages.get("found.salvaged", salvage.cars(), salvage.submissions()));
        sentences.add(missing(salvage, messages));
        if (salvage.rebuilt() > 0) {
            sentences.add(messages.get("found.salvaged.rebuilt", salvage.rebuilt()));
        }
        if (salvage.underWay() > 0) {
            sentences.add(messages.get("found.salvaged.underway", salvage.underWay()));
        }
        aside.ifPresent(path -> sentences.add(messages.get("found.aside", path.toString())));
        return String.join("\n", sentences);
    }

    private static String missing(SalvageResult salvage, Messages messages) {
        if (salvage.isComplete()) {
            return messages.get("found.salvaged.whole");
        }
        if (salvage.lostCars() == 0 && salvage.lostSubmissions() == 0) {
            return messages.get("found.salvaged.unknown");
        }
        return messages.get(
                salvage.counted() ? "found.salvaged.missing" : "found.salvaged.more",
                salvage.lostCars(),
                salvage.lostSubmissions());
    }
}
