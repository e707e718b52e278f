package app.forecourt.card;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A text in the largest font size that fits into a rectangle, wrapped if needed. In the smallest size a text that does
 * not fit is cut and ends with an ellipsis.
 */
record FittedText(List<String> lines, CardFont font, double size) {
    private static final String ELLIPSIS = "…";
    /** More characters than any part of the card has room for. Wrapping many more takes seconds. */
    private static final int MOST = 500;

    FittedText {
        lines = List.copyOf(lines);
    }

    /** Returns a text that fits, in a size between two sizes. All lengths are in points. */
    static FittedText of(String text, CardFont font, double largest, double smallest, double width, double height) {
        String start = text.substring(0, Math.min(text.length(), MOST));
        for (double size = largest; size > smallest; size--) {
            List<String> lines = wrap(start, font, size, width);
            if (lines.size() * size * CardFont.LINE_HEIGHT <= height
                    && lines.stream().allMatch(fits(font, size, width))) {
                return new FittedText(lines, font, size);
            }
        }
        return cut(start, font, smallest, width, height);
    }

    private static FittedText cut(String text, CardFont font, double size, double width, double height) {
        int most = Math.max(1, (int) (height / (size * CardFont.LINE_HEIGHT)));
        List<String> lines = wrap(text, font, size, width).stream()
                .flatMap(line -> breakWord(line, font, size, width).stream())
                .toList();
        if (lines.size() <= most) {
            return new FittedText(lines, font, size);
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        String last = kept.removeLast();
        while (!last.isEmpty() && !fits(font, size, width).test(last + ELLIPSIS)) {
            last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
        }
        kept.add(last + ELLIPSIS);
        return new FittedText(kept, font, size);
    }

    private static Predicate<String> fits(CardFont font, double size, double width) {
        return line -> font.width(line, size) <= width;
    }

    /** Wraps at spaces. A word that is wider than the line has a line of its own. */
    private static List<String> wrap(String text, CardFont font, double size, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || fits(font, size, width).test(longer)) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }

    private static List<String> breakWord(String word, CardFont font, double size, double width) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int end = 0;
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (end > start && !fits(font, size, width).test(word.substring(start, next))) {
                parts.add(word.substring(start, end));
                start = end;
            }
            end = next;
        }
        parts.add(word.substring(start));
        return parts;
    }

    double lineHeight() {
        return size * CardFont.LINE_HEIGHT;
    }

    double height() {
        return lines.size() * lineHeight();
    }
}
