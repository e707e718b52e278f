package app.forecourt.advert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A description built from blocks.
 *
 * @param text at most as long as requested
 * @param leftOut the names of blocks that did not fit
 */
public record Description(String text, List<String> leftOut) {
    /** The separator between two blocks. */
    public static final String BETWEEN = "\n\n";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\s*([\\p{L}_]+)\\s*}");
    /** A part that is dropped if one of its placeholders is unknown. */
    private static final Pattern OPTIONAL_PART = Pattern.compile("\\[([^\\[\\]]*)]");

    public Description {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Builds a description from the used blocks that have a text in the advert's language. A block that does not fit is
     * left out as a whole, because half a sentence is useless.
     *
     * @param maxLength the maximum length in characters
     */
    public static Description of(List<DescriptionBlock> blocks, Advert advert, int maxLength) {
        var text = new StringBuilder();
        var leftOut = new ArrayList<String>();
        var values = new EnumMap<Placeholder, Optional<String>>(Placeholder.class);
        for (DescriptionBlock block : blocks) {
            String part = block.used()
                    ? fill(
                            block.text(advert.language()),
                            placeholder -> values.computeIfAbsent(placeholder, advert::value))
                    : "";
            String addition = text.isEmpty() || part.isEmpty() ? part : BETWEEN + part;
            if (length(text) + length(addition) <= maxLength) {
                text.append(addition);
            } else {
                leftOut.add(block.name());
            }
        }
        return new Description(text.toString(), leftOut);
    }

    /**
     * Fills the placeholders of a block. An unknown placeholder leaves no gap: it removes the square brackets around
     * it, or its whole line if there are none. If no placeholder outside brackets is known, the result is empty.
     */
    static String fill(String text, Function<Placeholder, Optional<String>> values) {
        Filling filling = new Filling(values);
        String joined =
                text.lines().map(filling::line).flatMap(Optional::stream).collect(Collectors.joining("\n"));
        return filling.isEmpty() ? "" : joined.replaceAll("\n{3,}", BETWEEN).strip();
    }

    /** Returns the unknown placeholders of a text, as written. */
    public static List<String> unknownPlaceholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .filter(found -> Placeholder.of(found.group(1)).isEmpty())
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** Returns the number of characters as a person counts them (code points). */
    public static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    /** A filler of lines that counts placeholders and filled placeholders. */
    private static final class Filling {
        private final Function<Placeholder, Optional<String>> values;
        private int placeholderCount;
        private int filledCount;

        Filling(Function<Placeholder, Optional<String>> values) {
            this.values = values;
        }

        boolean isEmpty() {
            return placeholderCount > 0 && filledCount == 0;
        }

        /** Returns the filled line; empty if a placeholder outside brackets is unknown. */
        Optional<String> line(String line) {
            var filled = new StringBuilder();
            boolean complete = true;
            int from = 0;
            Matcher piece = OPTIONAL_PART.matcher(line);
            while (piece.find()) {
                complete &= fill(line.substring(from, piece.start()), filled);
                filled.append(piece(piece));
                from = piece.end();
            }
            complete &= fill(line.substring(from), filled);
            return complete ? Optional.of(filled.toString()) : Optional.empty();
        }

        /** Fills a part outside brackets. */
        private boolean fill(String part, StringBuilder into) {
            placeholderCount += (int) PLACEHOLDER.matcher(part).results().count();
            filledCount += (int) PLACEHOLDER
                    .matcher(part)
                    .results()
                    .filter(found -> value(found).isPresent())
                    .count();
            Optional<String> filled = filled(part);
            filled.ifPresent(into::append);
            return filled.isPresent();
        }

        /** Fills the content of brackets. Brackets without a placeholder are literal text. */
        private String piece(MatchResult brackets) {
            return PLACEHOLDER.matcher(brackets.group(1)).find()
                    ? filled(brackets.group(1)).orElse("")
                    : brackets.group();
        }

        private Optional<String> filled(String part) {
            if (PLACEHOLDER
                    .matcher(part)
                    .results()
                    .anyMatch(found -> value(found).isEmpty())) {
                return Optional.empty();
            }
            return Optional.of(PLACEHOLDER
                    .matcher(part)
                    .replaceAll(found -> Matcher.quoteReplacement(value(found).orElseThrow())));
        }

        private Optional<String> value(MatchResult found) {
            return Placeholder.of(found.group(1)).flatMap(values);
        }
    }
}
