package app.forecourt.option.paste;

import app.forecourt.text.WordStemmer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** The text of a piece by the numbers of its words, so that a part of it can be shown as the user pasted it. */
final class SegmentText {
    private static final Pattern TOKEN = Pattern.compile("\\S+");
    private static final Pattern EDGE = Pattern.compile("^[\\s,;:.()/+&\\p{Pd}]+|[\\s,;:.(/+&\\p{Pd}]+$");
    /** Between things that stand in a row. */
    private static final Pattern ROW = Pattern.compile("[/+&,;]");

    private final String text;
    private final List<String> words;
    /** The token of each word; empty if the tokens have other words than the text. */
    private final List<Token> tokens = new ArrayList<>();
    private final BitSet rowStarts = new BitSet();
    private boolean isCut;

    private record Token(int from, int to) {}

    SegmentText(String text) {
        this.text = text;
        this.words = WordStemmer.spelled(text);
        if (ROW.matcher(text).find()) {
            findRows();
        }
    }

    private void findRows() {
        int at = 0;
        for (String part : ROW.splitAsStream(text).toList()) {
            at += WordStemmer.spelled(part).size();
            rowStarts.set(at);
        }
        if (at != words.size()) {
            rowStarts.clear();
        }
    }

    /** Returns the tokens, which are found when they are first asked for, because most texts are never cut. */
    private List<Token> tokens() {
        if (!isCut) {
            isCut = true;
            TOKEN.matcher(text).results().forEach(found -> WordStemmer.spelled(found.group())
                    .forEach(word -> tokens.add(new Token(found.start(), found.end()))));
            if (tokens.size() != words.size()) {
                tokens.clear();
            }
        }
        return tokens;
    }

    /** Returns the tokens that have the words from one number to before another, as the user pasted them. */
    String shown(int from, int to) {
        if (tokens().isEmpty()) {
            return joined(from, to);
        }
        String part = EDGE.matcher(text.substring(tokens.get(from).from(), tokens.get(to - 1).to()))
                .replaceAll("");
        return part.contains("(") ? part : part.replace(")", "");
    }

    /** Returns a text of exactly these words. */
    String exact(int from, int to) {
        String shown = shown(from, to);
        return WordStemmer.spelled(shown).equals(words.subList(from, to)) ? shown : joined(from, to);
    }

    private String joined(int from, int to) {
        return String.join(" ", words.subList(from, to));
    }

    /** Returns whether a slash, a plus sign or a comma stands before that word. */
    boolean startsInRow(int at) {
        return rowStarts.get(at);
    }
}
