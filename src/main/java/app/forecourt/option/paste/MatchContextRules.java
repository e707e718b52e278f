package app.forecourt.option.paste;

import app.forecourt.option.paste.PasteResult.MatchQuality;
import app.forecourt.option.paste.SegmentInterpreter.PlacedPhrase;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Rules that make a match less certain because of the words around the option's name. In "steering wheel in leather"
 * the leather is no upholstery, and "cap for towbar" is no towbar. One instance per segment; not thread-safe.
 */
final class MatchContextRules {
    /** Minimum length of the other part of a compound, in letters. */
    private static final int MIN_COMPOUND_PART = 3;

    private final SegmentTokens tokens;
    private final List<PlacedPhrase> placed;
    private final BitSet covered;
    private final boolean isPart;
    private final EquipmentListGrammar grammar;

    /**
     * Creates the rules for one segment.
     *
     * @param placed all matching phrases of the segment
     * @param covered indexes of the words that a phrase covers
     * @param isPart true if the segment is a part of another one that has no interpretation as a whole
     */
    MatchContextRules(
            SegmentTokens tokens,
            List<PlacedPhrase> placed,
            BitSet covered,
            boolean isPart,
            EquipmentListGrammar grammar) {
        this.tokens = tokens;
        this.placed = placed;
        this.covered = covered;
        this.isPart = isPart;
        this.grammar = grammar;
    }

    /** Returns the best quality that the context allows for a match. */
    MatchQuality maxQuality(PlacedPhrase phrase) {
        if (isMaterialOfOther(phrase) || isPurpose(phrase) || isWholeOfUnknown(phrase) || isSplitPackage(phrase)) {
            return MatchQuality.PERHAPS;
        }
        return isFinishOfOther(phrase)
                        || isOneWordOfSeveral(phrase)
                        || isAroundOther(phrase)
                        || isOfOtherMaterial(phrase)
                ? MatchQuality.LIKENESS
                : MatchQuality.EXACT;
    }

    /** "Leather gear knob": a material is an option only if the text has nothing else that may consist of it. */
    private boolean isMaterialOfOther(PlacedPhrase phrase) {
        return isOnly(phrase, grammar::isMaterial) && (isPart || hasOther(phrase) || isInCompound(phrase));
    }

    /** "Trim strips metallic": the finish is no option but belongs to another thing. */
    private boolean isFinishOfOther(PlacedPhrase phrase) {
        return isOnly(phrase, grammar::isFinish) && (isPart || hasOther(phrase));
    }

    private boolean isOnly(PlacedPhrase phrase, Predicate<String> condition) {
        Set<String> words = phrase.phrase().words();
        return words.stream().anyMatch(condition)
                && words.stream().allMatch(word -> condition.test(word) || grammar.isNeutral(word));
    }

    /** "Lederonderhoudsset": the leather is a part of a compound. A word with a typo is not that much longer. */
    private boolean isInCompound(PlacedPhrase phrase) {
        int known = phrase.phrase().words().stream().mapToInt(String::length).sum();
        return phrase.isGuessed()
                && phrase.wordIndexes().stream().map(i -> word(i).length()).sum() >= known + MIN_COMPOUND_PART;
    }

    private boolean hasOther(PlacedPhrase phrase) {
        return IntStream.range(0, size())
                .filter(i -> !phrase.wordIndexes().get(i))
                .anyMatch(i -> isContent(i) || grammar.isPackage(word(i)));
    }

    /** "Wind deflector for sunroof" is no sunroof. */
    private boolean isPurpose(PlacedPhrase phrase) {
        int start = stopWordStart(first(phrase));
        return hasAny(start, first(phrase), grammar::isPurpose)
                && IntStream.range(partStart(first(phrase)), start).anyMatch(this::isContent);
    }

    /** "Store de toit panoramique": an unknown part of a thing is not the thing. */
    private boolean isWholeOfUnknown(PlacedPhrase phrase) {
        int start = stopWordStart(first(phrase));
        return start > 0
                && hasAny(start, first(phrase), grammar::isBelonging)
                && isContent(start - 1)
                && !covered.get(start - 1);
    }

    /** "Winter tyre package" is no winter package. */
    private boolean isSplitPackage(PlacedPhrase phrase) {
        return phrase.phrase().words().stream().anyMatch(grammar::isPackage)
                && gap(phrase).stream().anyMatch(this::isContent);
    }

    /** A single word is certain only if its part of the text has no other content. */
    private boolean isOneWordOfSeveral(PlacedPhrase phrase) {
        int first = first(phrase);
        return phrase.phrase().words().size() == 1
                && IntStream.range(partStart(first), partEnd(first))
                        .anyMatch(i -> !phrase.wordIndexes().get(i) && isContent(i));
    }

    /** "Aluminium door sill trims" are no aluminium trim, because another thing is between the words of the name. */
    private boolean isAroundOther(PlacedPhrase phrase) {
        BitSet gap = gap(phrase);
        return placed.stream()
                .anyMatch(candidate -> !isOnly(candidate, grammar::isMaterial)
                        && !candidate.wordIndexes().intersects(phrase.wordIndexes())
                        && gap.intersects(candidate.wordIndexes()));
    }

    /** "Steering wheel in synthetic leather" is no leather steering wheel. */
    private boolean isOfOtherMaterial(PlacedPhrase phrase) {
        return placed.stream()
                .anyMatch(candidate -> isOnly(candidate, grammar::isMaterial)
                        && candidate.wordIndexes().intersects(phrase.wordIndexes())
                        && SegmentInterpreter.hasMore(candidate.wordIndexes(), phrase.wordIndexes()));
    }

    private int size() {
        return tokens.words().size();
    }

    private String word(int index) {
        return tokens.words().get(index);
    }

    private boolean isContent(int index) {
        return !grammar.isNeutral(word(index));
    }

    /** Returns the index of the first stop word or purpose word directly before a word; the word's own without any. */
    private int stopWordStart(int index) {
        int start = index;
        while (start > partStart(index)
                && (grammar.isStopWord(word(start - 1)) || grammar.isPurpose(word(start - 1)))) {
            start--;
        }
        return start;
    }

    private boolean hasAny(int from, int to, Predicate<String> condition) {
        return IntStream.range(from, to).anyMatch(i -> condition.test(word(i)));
    }

    private static int first(PlacedPhrase phrase) {
        return phrase.wordIndexes().nextSetBit(0);
    }

    /** Returns the indexes of the words between those of a phrase. */
    private static BitSet gap(PlacedPhrase phrase) {
        var gap = new BitSet();
        gap.set(first(phrase), phrase.wordIndexes().length());
        gap.andNot(phrase.wordIndexes());
        return gap;
    }

    private boolean isPartStart(int index) {
        return index == 0
                || grammar.isConjunction(word(index - 1))
                || tokens.text().startsRowItem(index);
    }

    private int partStart(int index) {
        return IntStream.rangeClosed(0, index).filter(this::isPartStart).max().orElse(0);
    }

    private int partEnd(int index) {
        return IntStream.range(index + 1, size())
                .filter(this::isPartStart)
                .findFirst()
                .orElse(size());
    }
}
