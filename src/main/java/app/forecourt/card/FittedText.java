package app.forecourt.card;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A text in the largest font size that fits into a rectangle, wrapped if needed. In the smallest size a text that does
 * not fit is cut and ends with an ellipsis. JavaFX's own wrapping is not used, because it fails for right-to-left text.
 */
record FittedText(List<String> lines, CardFont font, double size) {
    private static final String ELLIPSIS = "…";

    FittedText {
        lines = List.copyOf(lines);
    }

    /** Returns a text that fits, in a size between two sizes. All lengths are in points. */
    static FittedText of(String text, CardFont font, double largest, double smallest, double width, double height) {
        for (double size = largest; size > smallest; size--) {
            List<String> lines = wrap(text, font, size, width, linesIn(height, size) + 1);
            if (lines.size() * size * CardFont.LINE_HEIGHT <= height
                    && lines.stream().allMatch(fits(font, size, width))) {
                return new FittedText(lines, font, size);
            }
        }
        return cut(text, font, smallest, width, height);
    }

    private static FittedText cut(String text, CardFont font, double size, double width, double height) {
        long most = Math.max(1, linesIn(height, size));
        List<String> lines = wrap(text, font, size, width, most + 1).stream()
                .flatMap(line -> breakWord(line, font, size, width, most + 1).stream())
                .toList();
        if (lines.size() <= most) {
            return new FittedText(lines, font, size);
        }
        List<String> kept = new ArrayList<>(lines.subList(0, (int) most));
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

    private static long linesIn(double height, double size) {
        return (long) (height / (size * CardFont.LINE_HEIGHT));
    }

    /**
     * Wraps at spaces. A word that is wider than the line has a line of its own.
     *
     * @param most number of lines after which the rest is left out, because a long text takes seconds
     */
    private static List<String> wrap(String text, CardFont font, double size, double width, long most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || fits(font, size, width).test(longer)) {
                line = longer;
            } else {
                lines.add(line);
                if (lines.size() >= most) {
                    return lines;
                }
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }

    private static List<String> breakWord(String word, CardFont font, double size, double width, long most) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int end = 0;
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (end > start && !fits(font, size, width).test(word.substring(start, next))) {
                parts.add(word.substring(start, end));
                if (parts.size() >= most) {
                    return parts;
                }
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

    double width() {
        return lines.stream().mapToDouble(line -> font.width(line, size)).max().orElse(0);
    }
}
