package app.forecourt.option.paste;

import app.forecourt.option.paste.OptionPhraseIndex.Phrase;
import app.forecourt.option.paste.PasteResult.How;
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
final class SegmentParser {
    /** Maximum length of a segment in characters; a longer text is a paragraph and no equipment. */
    private static final int MAX_LENGTH = 400;
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
     * @param left parts of the segment without a meaning
     * @param gone true if the segment says that the car does not have something
     */
    record Meant(List<Meaning> meanings, List<String> left, boolean gone) {
        static final Meant NOTHING = new Meant(List.of(), List.of(), false);

        /** Returns whether this interpretation has a meaning of at least the quality of another interpretation. */
        boolean isNoWorseThan(Meant interpretation) {
            return !gone && !meanings.isEmpty() && (interpretation.meanings.isEmpty()
                    || quality().compareTo(interpretation.quality()) <= 0);
        }

        private How quality() {
            return meanings.stream().map(Meaning::how).max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    /**
     * Meaning of a part of a segment.
     *
     * @param oneOf alternatives, each a set of canonical option names that belong together
     * @param how quality of the match
     * @param text the part of the segment, as pasted
     */
    record Meaning(Set<Set<String>> oneOf, How how, Supplier<String> text) {}

    /**
     * Phrase in a segment.
     *
     * @param places indexes of the phrase's words in the segment
     * @param guessed true if a word was guessed
     */
    record Placed(Phrase phrase, BitSet places, boolean guessed) {}

    SegmentParser(OptionPhraseIndex phrases, EquipmentListGrammar grammar) {
        this.phrases = phrases;
        this.grammar = grammar;
        this.guesser = new WordGuesser(phrases);
    }

    Meant read(String text) {
        return read(text, false);
    }

    private Meant read(String text, boolean isPart) {
        if (text.length() > MAX_LENGTH) {
            return Meant.NOTHING;
        }
        Meant whole = interpret(text, isPart);
        Matcher code = CODE.matcher(text);
        if (whole.gone() || !code.find() || isWord(code.group(1))) {
            return whole;
        }
        Meant withoutCode = interpret(text.substring(code.end()), isPart);
        return withoutCode.isNoWorseThan(whole) ? withoutCode : whole;
    }

    /** Returns whether capital letters are a word and no order code: an abbreviation or a neutral word. */
    private boolean isWord(String capitals) {
        String word = WordStemmer.stem(TextNormalizer.plain(capitals));
        return phrases.isAbbreviation(word) || grammar.isBeside(word) || grammar.longFor(word).isPresent();
    }

    private Meant interpret(String text, boolean isPart) {
        var tokens = new SegmentTokens(text, phrases, guesser, grammar);
        List<Placed> placed = largest(tokens);
        BitSet covered = covered(placed, tokens);
        int absent = grammar.absent(tokens.all());
        if (absent >= 0 && !covered.get(absent)) {
            return new Meant(List.of(), List.of(), true);
        }
        int without = grammar.without(tokens.all());
        if (without >= 0 && !covered.get(without)) {
            return new Meant(read(String.join(" ", tokens.all().subList(0, without)), isPart).meanings(),
                    List.of(), true);
        }
        return isAccepted(tokens, covered)
                ? new Meant(meanings(text, tokens, placed, covered, isPart), unmatched(tokens, covered),
                        false)
                : interpretParts(tokens);
    }

    /** Interprets the parts between conjunctions one by one, because one of them may be known. */
    private Meant interpretParts(SegmentTokens tokens) {
        int size = tokens.all().size();
        var meanings = new ArrayList<Meaning>();
        var unmatched = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i <= size; i++) {
            if (i == size || grammar.isJoining(tokens.all().get(i))) {
                if (i > from && i - from < size) {
                    Meant part = read(tokens.text().exact(from, i), true);
                    meanings.addAll(part.meanings());
                    unmatched.addAll(part.meanings().isEmpty() ? List.of(tokens.text().shown(from, i))
                            : part.left());
                }
                from = i + 1;
            }
        }
        return new Meant(meanings, unmatched, false);
    }

    /** Returns the parts of a text that no name covers, without neutral words at their edges. */
    private List<String> unmatched(SegmentTokens tokens, BitSet covered) {
        var unmatched = new ArrayList<String>();
        int size = tokens.all().size();
        for (int start = covered.nextClearBit(0); start < size; start = covered.nextClearBit(start)) {
            int next = covered.nextSetBit(start);
            int end = next < 0 ? size : next;
            int[] content = IntStream.range(start, end).filter(i -> !grammar.isBeside(tokens.all().get(i)))
                    .toArray();
            if (content.length > 0) {
                unmatched.add(tokens.text().shown(content[0], content[content.length - 1] + 1));
            }
            start = end;
        }
        return unmatched;
    }

    /** Returns the phrases that are no part of a larger phrase. */
    private List<Placed> largest(SegmentTokens tokens) {
        List<Placed> all = phrases.within(tokens.known()).stream()
                .filter(phrase -> phrase.counts(tokens.all()))
                .map(phrase -> new Placed(phrase, tokens.nearestPlaces(phrase.words()),
                        phrase.words().stream().anyMatch(tokens::isGuessed)))
                .filter(SegmentParser::isTogether).toList();
        List<Placed> candidates = all.stream().filter(match -> !takesWordOfPart(match, all, tokens)).toList();
        return candidates.stream()
                .filter(match -> candidates.stream().noneMatch(larger -> isPartOf(match, larger)))
                .toList();
    }

    private static boolean isTogether(Placed placed) {
        return SegmentTokens.span(placed.places) <= 2 * placed.phrase.words().size() + 3;
    }

    private static boolean isPartOf(Placed placed, Placed larger) {
        if (placed.equals(larger)) {
            return false;
        }
        if (hasMore(placed.places, larger.places)) {
            return false;
        }
        if (!placed.places.equals(larger.places)) {
            return true;
        }
        // In the same place a phrase in the text is preferred to a guessed one, and more words to fewer.
        return placed.guessed == larger.guessed
                ? larger.phrase.words().containsAll(placed.phrase.words())
                : placed.guessed;
    }

    /** "Halogen headlights with LED daytime running lights": the LED belongs to the lights after it. */
    private boolean takesWordOfPart(Placed placed, List<Placed> all, SegmentTokens tokens) {
        int first = placed.places.nextSetBit(0);
        int with = IntStream.range(first, placed.places.length())
                .filter(i -> !placed.places.get(i) && grammar.isWith(tokens.all().get(i))).findFirst()
                .orElse(placed.places.length());
        return all.stream().anyMatch(part -> part.places.nextSetBit(0) > with && !part.guessed
                && part.places.intersects(placed.places) && hasMore(part.places, placed.places));
    }

    /** Returns whether a set of indexes has an index that another set does not have. */
    static boolean hasMore(BitSet indexes, BitSet otherIndexes) {
        var difference = (BitSet) indexes.clone();
        difference.andNot(otherIndexes);
        return !difference.isEmpty();
    }

    private static BitSet covered(List<Placed> placed, SegmentTokens tokens) {
        var covered = new BitSet();
        placed.forEach(match -> covered.or(tokens.places(match.phrase.words())));
        return covered;
    }

    private boolean isAccepted(SegmentTokens tokens, BitSet covered) {
        int coveredLetters = 0;
        int uncoveredLetters = 0;
        int unknownWords = 0;
        var uncovered = new ArrayList<String>();
        for (int i = 0; i < tokens.all().size(); i++) {
            String word = tokens.all().get(i);
            if (covered.get(i)) {
                coveredLetters += word.length();
            } else {
                uncovered.add(word);
                uncoveredLetters += grammar.isBeside(word) ? 0 : word.length();
                unknownWords += grammar.isBeside(word) ? 0 : 1;
            }
        }
        return grammar.otherThing(uncovered) < 0
                && (coveredLetters >= MIN_COVERAGE * (coveredLetters + uncoveredLetters)
                        || (unknownWords == 1 && coveredLetters >= LONG_NAME));
    }

    private List<Meaning> meanings(String text, SegmentTokens tokens, List<Placed> placed, BitSet covered,
            boolean isPart) {
        boolean isWhole = IntStream.range(0, tokens.all().size())
                .allMatch(i -> covered.get(i) || grammar.isBeside(tokens.all().get(i)));
        var context = new ContextPolicy(tokens, placed, covered, isPart, grammar);
        return placed.stream().map(match -> new Meaning(match.phrase.meanings(),
                lower(context.most(match), match.phrase.meanings().size() > 1 ? How.PERHAPS
                        : !isWhole || match.guessed ? How.LIKENESS
                                : isName(text, match.phrase) ? How.EXACT : How.SYNONYM),
                () -> tokens.text().shown(match.places.nextSetBit(0), match.places.length()))).toList();
    }

    private static How lower(How first, How second) {
        return first.compareTo(second) < 0 ? second : first;
    }

    /** Returns whether the text, or one of several names in a row, is a name of the phrase's options. */
    private boolean isName(String text, Phrase phrase) {
        return Stream.concat(Stream.of(text), ROW_SEPARATOR.splitAsStream(text))
                .anyMatch(part -> phrase.meanings().stream().flatMap(Set::stream)
                        .anyMatch(meaning -> phrases.isName(part, meaning)));
    }
}
