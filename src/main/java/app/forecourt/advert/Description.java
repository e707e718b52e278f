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
 * A description made of building blocks.
 *
 * @param text at most as long as was asked for
 * @param leftOut the names of blocks for which there was no room
 */
public record Description(String text, List<String> leftOut) {
    /** What stands between two parts of a description. */
    public static final String BETWEEN = "\n\n";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\s*([\\p{L}_]+)\\s*}");
    /** What goes when something in it is not known. */
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");

    public Description {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Fills the blocks that are used and have a text in the advert's language. Whole blocks only: half a sentence would
     * say nothing.
     *
     * @param most characters
     */
    public static Description of(List<DescriptionBlock> blocks, Advert advert, int most) {
        var text = new StringBuilder();
        var leftOut = new ArrayList<String>();
        var values = new EnumMap<Placeholder, Optional<String>>(Placeholder.class);
        for (DescriptionBlock block : blocks) {
            String part = block.used() ? filled(block.text(advert.language()),
                    placeholder -> values.computeIfAbsent(placeholder, advert::value)) : "";
            String longer = text.isEmpty() || part.isEmpty() ? part : BETWEEN + part;
            if (length(text) + length(longer) <= most) {
                text.append(longer);
            } else {
                leftOut.add(block.name());
            }
        }
        return new Description(text.toString(), leftOut);
    }

    /**
     * Fills a block. What can't be filled leaves no hole: within square brackets they go with all that is in them,
     * elsewhere the whole line goes. Where outside of brackets nothing can be filled that should be, there is no text.
     */
    static String filled(String text, Function<Placeholder, Optional<String>> values) {
        Filling filling = new Filling(values);
        String whole = text.lines().map(filling::line).flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        return filling.isEmpty() ? "" : whole.replaceAll("\n{3,}", BETWEEN).strip();
    }

    /** The names between braces that stand for nothing, as they are written. */
    public static List<String> unknown(String text) {
        return PLACEHOLDER.matcher(text).results()
                .filter(found -> Placeholder.of(found.group(1)).isEmpty()).map(MatchResult::group).distinct()
                .toList();
    }

    /** How many characters a person would count. */
    public static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    /** Fills line after line, and remembers whether anything came of it. */
    private static final class Filling {
        private final Function<Placeholder, Optional<String>> values;
        private int met;
        private int known;

        Filling(Function<Placeholder, Optional<String>> values) {
            this.values = values;
        }

        boolean isEmpty() {
            return met > 0 && known == 0;
        }

        /** The line, or nothing when it should tell of something that is not known. */
        Optional<String> line(String line) {
            var filled = new StringBuilder();
            boolean whole = true;
            int from = 0;
            Matcher piece = OPTIONAL.matcher(line);
            while (piece.find()) {
                whole &= fill(line.substring(from, piece.start()), filled);
                filled.append(piece(piece));
                from = piece.end();
            }
            whole &= fill(line.substring(from), filled);
            return whole ? Optional.of(filled.toString()) : Optional.empty();
        }

        /** Fills what is outside of brackets. */
        private boolean fill(String part, StringBuilder into) {
            met += (int) PLACEHOLDER.matcher(part).results().count();
            known += (int) PLACEHOLDER.matcher(part).results().filter(found -> value(found).isPresent())
                    .count();
            Optional<String> filled = filled(part);
            filled.ifPresent(into::append);
            return filled.isPresent();
        }

        /** Brackets in which nothing is to be filled are the dealer's own. */
        private String piece(MatchResult brackets) {
            return PLACEHOLDER.matcher(brackets.group(1)).find() ? filled(brackets.group(1)).orElse("")
                    : brackets.group();
        }

        private Optional<String> filled(String part) {
            if (PLACEHOLDER.matcher(part).results().anyMatch(found -> value(found).isEmpty())) {
                return Optional.empty();
            }
            return Optional.of(PLACEHOLDER.matcher(part)
                    .replaceAll(found -> Matcher.quoteReplacement(value(found).orElseThrow())));
        }

        private Optional<String> value(MatchResult found) {
            return Placeholder.of(found.group(1)).flatMap(values);
        }
    }
}
