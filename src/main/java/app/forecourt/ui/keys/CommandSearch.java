package app.forecourt.ui.keys;

import app.forecourt.text.TextNormalizer;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Commands of the palette with their search. */
public final class CommandSearch {
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private List<Entry> entries = List.of();

    /** Command with its texts in normal form. */
    private record Entry(PaletteCommand command, List<String> title, String allWords) {
        static Entry of(PaletteCommand command) {
            List<String> title = wordsOf(command.title());
            return new Entry(
                    command, title, String.join(" ", title) + " " + String.join(" ", wordsOf(command.words())));
        }

        /** Returns how well the command fits the words, from 0 for the best; empty if it does not. */
        OptionalInt rank(List<String> words) {
            String whole = String.join(" ", title);
            if (words.stream().allMatch(word -> title.stream().anyMatch(own -> own.startsWith(word)))) {
                return OptionalInt.of(0);
            }
            if (words.stream().allMatch(whole::contains)) {
                return OptionalInt.of(1);
            }
            return words.stream().allMatch(allWords::contains) ? OptionalInt.of(2) : OptionalInt.empty();
        }
    }

    private record Match(PaletteCommand command, int rank, boolean isAtStart) {}

    /**
     * Result of a search.
     *
     * @param commands commands that fit, those that can run first, and in each part the best first
     * @param best index of the command that fits best. It may be one that can't run. Enter then shows the reason and
     *     runs no other one.
     */
    public record Found(List<PaletteCommand> commands, int best) {}

    private static List<String> wordsOf(String text) {
        return Stream.of(NO_LETTER.split(TextNormalizer.normalizeWords(text)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Replaces the commands, because titles and obstacles change with the language and with the car. */
    public void setCommands(List<PaletteCommand> commands) {
        entries = commands.stream().map(Entry::of).toList();
    }

    /**
     * Returns the commands that fit a text. Each word of the text is somewhere in the title. Without a text, all
     * commands that can run are returned.
     */
    public Found find(String text) {
        List<String> words = wordsOf(text);
        if (words.isEmpty()) {
            return new Found(
                    entries.stream()
                            .map(Entry::command)
                            .filter(PaletteCommand::isAvailable)
                            .toList(),
                    0);
        }
        String start = String.join(" ", words);
        List<Match> matches = entries.stream()
                .flatMap(entry -> entry.rank(words).stream()
                        .mapToObj(rank -> new Match(
                                entry.command(),
                                rank,
                                String.join(" ", entry.title()).startsWith(start))))
                .sorted(Comparator.comparing((Match match) -> !match.command().isAvailable())
                        .thenComparingInt(Match::rank)
                        .thenComparing(match -> !match.isAtStart()))
                .toList();
        int best = IntStream.range(0, matches.size())
                .boxed()
                .min(Comparator.comparingInt(index -> matches.get(index).rank()))
                .orElse(0);
        return new Found(matches.stream().map(Match::command).toList(), best);
    }
}
