package app.forecourt.ui.words;

import app.forecourt.journal.JournalOpenState;
import app.forecourt.journal.RecoveredCounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The message about the state in which the journal's file was found. */
public final class JournalStateMessages {
    private JournalStateMessages() {}

    /** Returns the message; empty when the file was as it should be. */
    public static Optional<String> of(JournalOpenState state, Messages messages) {
        return switch (state.kind()) {
            case NEW, SOUND -> Optional.empty();
            case DAMAGED ->
                Optional.of(state.recovery()
                        .filter(recovery -> recovery.cars() + recovery.submissions() > 0)
                        .map(recovery -> recovered(recovery, state.aside(), messages))
                        .orElseGet(() -> plain(state, messages)));
            case GONE, NEWER, FULL, HELD, UNWRITABLE -> Optional.of(plain(state, messages));
        };
    }

    private static String plain(JournalOpenState state, Messages messages) {
        return messages.get(
                "found." + Messages.key(state.kind()),
                state.aside().map(Path::toString).orElse(""));
    }

    private static String recovered(RecoveredCounts recovery, Optional<Path> aside, Messages messages) {
        List<String> sentences = new ArrayList<>();
        sentences.add(messages.get("found.recovered", recovery.cars(), recovery.submissions()));
        if (recovery.underWay() > 0) {
            sentences.add(messages.get("found.recovered.underway", recovery.underWay()));
        }
        aside.ifPresent(path -> sentences.add(messages.get("found.aside", path.toString())));
        return String.join("\n", sentences);
    }
}
