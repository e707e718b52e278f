package app.forecourt.option.paste;

import app.forecourt.text.WordStemmer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Text of a segment by word indexes, so that each part can be shown as the user pasted it. */
final class SegmentOriginalText {
    private static final Pattern TOKEN = Pattern.compile("\\S+");
    private static final Pattern EDGE = Pattern.compile("^[\\s,;:.()/+&\\p{Pd}]+|[\\s,;:.(/+&\\p{Pd}]+$");
    /** Separators of items in a row. */
    private static final Pattern ROW = Pattern.compile("[/+&,;]");

    private final String text;
    private final List<String> words;
    /** Token of each word; empty if the tokens have other words than the text. */
    private final List<Token> tokens = new ArrayList<>();

    private final BitSet rowStarts = new BitSet();
    private boolean isTokenized;

    private record Token(int from, int to) {}

    SegmentOriginalText(String text) {
        this.text = text;
        this.words = WordStemmer.splitWords(text);
        if (ROW.matcher(text).find()) {
            findRows();
        }
    }

    private void findRows() {
        int index = 0;
        for (String part : ROW.splitAsStream(text).toList()) {
            index += WordStemmer.splitWords(part).size();
            rowStarts.set(index);
        }
        if (index != words.size()) {
            rowStarts.clear();
        }
    }

    /** Returns the tokens. They are found on the first call, because most texts never need them. */
    private List<Token> tokens() {
        if (!isTokenized) {
            isTokenized = true;
            TOKEN.matcher(text)
                    .results()
                    .forEach(match -> WordStemmer.splitWords(match.group())
                            .forEach(_ -> tokens.add(new Token(match.start(), match.end()))));
            if (tokens.size() != words.size()) {
                tokens.clear();
            }
        }
        return tokens;
    }

    /**
     * Returns the text of a range of words as the user pasted it.
     *
     * @param from index of the first word
     * @param to index after the last word
     */
    String originalText(int from, int to) {
        if (tokens().isEmpty()) {
            return joined(from, to);
        }
        String part = EDGE.matcher(text.substring(
                        tokens.get(from).from(), tokens.get(to - 1).to()))
                .replaceAll("");
        return part.contains("(") ? part : part.replace(")", "");
    }

    /** Returns a text with exactly the words of a range. */
    String exactText(int from, int to) {
        String shown = originalText(from, to);
        return WordStemmer.splitWords(shown).equals(words.subList(from, to)) ? shown : joined(from, to);
    }

    private String joined(int from, int to) {
        return String.join(" ", words.subList(from, to));
    }

    /** Returns whether a row separator, such as a slash, a plus sign or a comma, is before a word. */
    boolean startsRowItem(int index) {
        return rowStarts.get(index);
    }
}
