package app.forecourt.option.paste;

import app.forecourt.option.paste.OptionPhraseIndex.Phrase;
import app.forecourt.option.paste.PasteResult.MatchQuality;
import app.forecourt.text.TextNormalizer;
import app.forecourt.text.WordStemmer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Parser of one segment of a pasted equipment list. One instance per text; not thread-safe. */
final class SegmentInterpreter {
    /** Maximum length of a segment in characters; a longer text is a paragraph and no equipment. */
    static final int MAX_LENGTH = 400;
    /** Minimum share of the letters that known names must cover. */
    private static final double MIN_COVERAGE = 0.5;
    /** Minimum length of a known name, in letters, for a match beside one unknown word of any length. */
    private static final int LONG_NAME = 5;

    /** Capital letters before a name, such as order codes. The pattern ignores texts all in capitals. */
    private static final Pattern CODE = Pattern.compile("^(\\p{Lu}{2,4})\\s+(?=.*\\p{Ll})");

    /** Separators of synonyms in a row. */
    private static final Pattern ROW_SEPARATOR = Pattern.compile("\\s*[/+&]\\s*");

    private final OptionPhraseIndex phrases;
    private final EquipmentListGrammar grammar;
    private final WordGuesser guesser;

    /**
     * Interpretation of a segment.
     *
     * @param meanings meanings of the parts of the segment
     * @param unmatched parts of the segment without a meaning
     * @param isAbsent true if the segment says that the car does not have something
     */
    record Interpretation(List<Meaning> meanings, List<String> unmatched, boolean isAbsent) {
        static final Interpretation NOTHING = new Interpretation(List.of(), List.of(), false);

        /** Returns whether this interpretation has a meaning of at least the quality of another interpretation. */
        boolean isAtLeastAsGoodAs(Interpretation interpretation) {
            return !isAbsent
                    && !meanings.isEmpty()
                    && (interpretation.meanings.isEmpty() || quality().compareTo(interpretation.quality()) <= 0);
        }

        private MatchQuality quality() {
            return meanings.stream()
                    .map(Meaning::quality)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /**
     * Meaning of a part of a segment.
     *
     * @param alternatives alternatives, each a set of canonical option names that belong together
     * @param quality quality of the match
     * @param text the part of the segment, as pasted
     */
    record Meaning(Set<Set<String>> alternatives, MatchQuality quality, Supplier<String> text) {}

    /**
     * Phrase in a segment.
     *
     * @param wordIndexes indexes of the phrase's words in the segment
     * @param isGuessed true if a word was guessed
     */
    record PlacedPhrase(Phrase phrase, BitSet wordIndexes, boolean isGuessed) {}

    SegmentInterpreter(OptionPhraseIndex phrases, EquipmentListGrammar grammar) {
        this.phrases = phrases;
        this.grammar = grammar;
        this.guesser = new WordGuesser(phrases);
    }

    Interpretation parse(String text) {
        return parse(text, false);
    }

    private Interpretation parse(String text, boolean isPart) {
        if (text.length() > MAX_LENGTH) {
            return Interpretation.NOTHING;
        }
        Interpretation whole = interpret(text, isPart);
        Matcher code = CODE.matcher(text);
        if (whole.isAbsent() || !code.find() || isWord(code.group(1))) {
            return whole;
        }
        Interpretation withoutCode = interpret(text.substring(code.end()), isPart);
        return withoutCode.isAtLeastAsGoodAs(whole) ? withoutCode : whole;
    }

    /** Returns whether capital letters are a word and no order code: an abbreviation or a neutral word. */
    private boolean isWord(String capitals) {
        String word = WordStemmer.stem(TextNormalizer.removeCaseAndAccents(capitals));
        return phrases.isAbbreviation(word)
                || grammar.isNeutral(word)
                || grammar.expandAbbreviation(word).isPresent();
    }

    private Interpretation interpret(String text, boolean isPart) {
        var tokens = new SegmentTokens(text, phrases, guesser, grammar);
        List<PlacedPhrase> placed = largest(tokens);
        BitSet covered = covered(placed, tokens);
        int absent = grammar.indexOfAbsent(tokens.words());
        if (absent >= 0 && !covered.get(absent)) {
            return new Interpretation(List.of(), List.of(), true);
        }
        int without = grammar.indexOfWithout(tokens.words());
        if (without >= 0 && !covered.get(without)) {
            return new Interpretation(
                    parse(String.join(" ", tokens.words().subList(0, without)), isPart)
                            .meanings(),
                    List.of(),
                    true);
        }
        return isAccepted(tokens, covered)
                ? new Interpretation(meanings(text, tokens, placed, covered, isPart), unmatched(tokens, covered), false)
                : interpretParts(tokens);
    }

    /** Interprets the parts between conjunctions one by one, because one of them may be known. */
    private Interpretation interpretParts(SegmentTokens tokens) {
        int size = tokens.words().size();
        var meanings = new ArrayList<Meaning>();
        var unmatched = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i <= size; i++) {
            if (i == size || grammar.isConjunction(tokens.words().get(i))) {
                if (i > from && i - from < size) {
                    Interpretation part = parse(tokens.text().exactText(from, i), true);
                    meanings.addAll(part.meanings());
                    unmatched.addAll(
                            part.meanings().isEmpty()
                                    ? List.of(tokens.text().originalText(from, i))
                                    : part.unmatched());
                }
                from = i + 1;
            }
        }
        return new Interpretation(meanings, unmatched, false);
    }

    /** Returns the parts of a text that no name covers, without neutral words at their edges. */
    private List<String> unmatched(SegmentTokens tokens, BitSet covered) {
        var unmatched = new ArrayList<String>();
        int size = tokens.words().size();
        for (int start = covered.nextClearBit(0); start < size; start = covered.nextClearBit(start)) {
            int next = covered.nextSetBit(start);
            int end = next < 0 ? size : next;
            int[] content = IntStream.range(start, end)
                    .filter(i -> !grammar.isNeutral(tokens.words().get(i)))
                    .toArray();
            if (content.length > 0) {
                unmatched.add(tokens.text().originalText(content[0], content[content.length - 1] + 1));
            }
            start = end;
        }
        return unmatched;
    }

    /** Returns the phrases that are no part of a larger phrase. */
    private List<PlacedPhrase> largest(SegmentTokens tokens) {
        List<PlacedPhrase> all = phrases.phrasesWithin(tokens.knownWords()).stream()
                .filter(phrase -> phrase.hasNumbersInPlace(tokens.words()))
                .map(phrase -> new PlacedPhrase(
                        phrase,
                        tokens.nearestIndexes(phrase.words()),
                        phrase.words().stream().anyMatch(tokens::isGuessed)))
                .filter(SegmentInterpreter::isTogether)
                .toList();
        List<PlacedPhrase> candidates = all.stream()
                .filter(match -> !takesWordOfPart(match, all, tokens))
                .toList();
        return candidates.stream()
                .filter(match -> candidates.stream().noneMatch(larger -> isPartOf(match, larger)))
                .toList();
    }

    private static boolean isTogether(PlacedPhrase placed) {
        return SegmentTokens.span(placed.wordIndexes)
                <= 2 * placed.phrase.words().size() + 3;
    }

    private static boolean isPartOf(PlacedPhrase placed, PlacedPhrase larger) {
        if (placed.equals(larger)) {
            return false;
        }
        if (hasMore(placed.wordIndexes, larger.wordIndexes)) {
            return false;
        }
        if (!placed.wordIndexes.equals(larger.wordIndexes)) {
            return true;
        }
        // In the same place a phrase in the text is preferred to a guessed one, and more words to fewer.
        return placed.isGuessed == larger.isGuessed
                ? larger.phrase.words().containsAll(placed.phrase.words())
                : placed.isGuessed;
    }

    /** "Halogen headlights with LED daytime running lights": the LED belongs to the lights after it. */
    private boolean takesWordOfPart(PlacedPhrase placed, List<PlacedPhrase> all, SegmentTokens tokens) {
        int first = placed.wordIndexes.nextSetBit(0);
        int with = IntStream.range(first, placed.wordIndexes.length())
                .filter(i -> !placed.wordIndexes.get(i)
                        && grammar.isWith(tokens.words().get(i)))
                .findFirst()
                .orElse(placed.wordIndexes.length());
        return all.stream()
                .anyMatch(part -> part.wordIndexes.nextSetBit(0) > with
                        && !part.isGuessed
                        && part.wordIndexes.intersects(placed.wordIndexes)
                        && hasMore(part.wordIndexes, placed.wordIndexes));
    }

    /** Returns whether a set of indexes has an index that another set does not have. */
    static boolean hasMore(BitSet indexes, BitSet otherIndexes) {
        var difference = (BitSet) indexes.clone();
        difference.andNot(otherIndexes);
        return !difference.isEmpty();
    }

    private static BitSet covered(List<PlacedPhrase> placed, SegmentTokens tokens) {
        var covered = new BitSet();
        placed.forEach(match -> covered.or(tokens.wordIndexes(match.phrase.words())));
        return covered;
    }

    private boolean isAccepted(SegmentTokens tokens, BitSet covered) {
        int coveredLetters = 0;
        int uncoveredLetters = 0;
        int unknownWords = 0;
        var uncovered = new ArrayList<String>();
        for (int i = 0; i < tokens.words().size(); i++) {
            String word = tokens.words().get(i);
            if (covered.get(i)) {
                coveredLetters += word.length();
            } else {
                uncovered.add(word);
                uncoveredLetters += grammar.isNeutral(word) ? 0 : word.length();
                unknownWords += grammar.isNeutral(word) ? 0 : 1;
            }
        }
        return grammar.indexOfOtherThing(uncovered) < 0
                && (coveredLetters >= MIN_COVERAGE * (coveredLetters + uncoveredLetters)
                        || (unknownWords == 1 && coveredLetters >= LONG_NAME));
    }

    private List<Meaning> meanings(
            String text, SegmentTokens tokens, List<PlacedPhrase> placed, BitSet covered, boolean isPart) {
        boolean isWhole = IntStream.range(0, tokens.words().size())
                .allMatch(
                        i -> covered.get(i) || grammar.isNeutral(tokens.words().get(i)));
        var context = new MatchContextRules(tokens, placed, covered, isPart, grammar);
        return placed.stream()
                .map(match -> new Meaning(
                        match.phrase.meanings(),
                        lower(
                                context.maxQuality(match),
                                match.phrase.meanings().size() > 1
                                        ? MatchQuality.PERHAPS
                                        : !isWhole || match.isGuessed
                                                ? MatchQuality.LIKENESS
                                                : isName(text, match.phrase)
                                                        ? MatchQuality.EXACT
                                                        : MatchQuality.SYNONYM),
                        () -> tokens.text().originalText(match.wordIndexes.nextSetBit(0), match.wordIndexes.length())))
                .toList();
    }

    private static MatchQuality lower(MatchQuality first, MatchQuality second) {
        return first.compareTo(second) < 0 ? second : first;
    }

    /** Returns whether the text, or one of several names in a row, is a name of the phrase's options. */
    private boolean isName(String text, Phrase phrase) {
        return Stream.concat(Stream.of(text), ROW_SEPARATOR.splitAsStream(text))
                .anyMatch(part -> phrase.meanings().stream()
                        .flatMap(Set::stream)
                        .anyMatch(meaning -> phrases.isName(part, meaning)));
    }
}
