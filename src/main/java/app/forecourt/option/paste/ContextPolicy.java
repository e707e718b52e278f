package app.forecourt.option.paste;

import app.forecourt.option.paste.PasteResult.How;
import app.forecourt.option.paste.SegmentParser.Placed;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Rules that make an option less sure because of the words around its name: in "steering wheel in leather" the leather is
 * no upholstery, and "cap for towbar" is no towbar. For one piece, by one thread.
 */
final class ContextPolicy {
    /** Letters of the other part of a compound. */
    private static final int SHORTEST_PART = 3;

    private final SegmentTokens words;
    private final List<Placed> placed;
    private final BitSet covered;
    private final boolean isPart;
    private final EquipmentListGrammar writing;

    /** @param isPart whether the piece is a part of another, which was not understood as a whole */
    ContextPolicy(SegmentTokens words, List<Placed> placed, BitSet covered, boolean isPart,
            EquipmentListGrammar writing) {
        this.words = words;
        this.placed = placed;
        this.covered = covered;
        this.isPart = isPart;
        this.writing = writing;
    }

    /** Returns how sure an option may be at most. */
    How most(Placed phrase) {
        if (isBareInMore(phrase) || isPurpose(phrase) || isWholeOfUnknown(phrase)
                || isApartInPackage(phrase)) {
            return How.PERHAPS;
        }
        return isFinishOfMore(phrase) || isOneWordOfMore(phrase) || isAroundOther(phrase)
                || isOfOtherMaterial(phrase) ? How.LIKENESS : How.EXACT;
    }

    /** "Leather gear knob": a material is an option only if nothing else is there that may be made of it. */
    private boolean isBareInMore(Placed phrase) {
        return isOnly(phrase, writing::isBare) && (isPart || hasMore(phrase) || isInCompound(phrase));
    }

    /** "Trim strips metallic". */
    private boolean isFinishOfMore(Placed phrase) {
        return isOnly(phrase, writing::isFinish) && (isPart || hasMore(phrase));
    }

    private boolean isOnly(Placed phrase, Predicate<String> wanted) {
        Set<String> own = phrase.phrase().words();
        return own.stream().anyMatch(wanted)
                && own.stream().allMatch(word -> wanted.test(word) || writing.isBeside(word));
    }

    /** "Lederonderhoudsset", of which the leather is a part; a word with a slip is about as long. */
    private boolean isInCompound(Placed phrase) {
        int known = phrase.phrase().words().stream().mapToInt(String::length).sum();
        return phrase.guessed()
                && phrase.places().stream().map(at -> word(at).length()).sum() >= known + SHORTEST_PART;
    }

    private boolean hasMore(Placed phrase) {
        return IntStream.range(0, size()).filter(at -> !phrase.places().get(at))
                .anyMatch(at -> isContent(at) || writing.isPackage(word(at)));
    }

    /** "Wind deflector for sunroof" is no sunroof. */
    private boolean isPurpose(Placed phrase) {
        int start = smallStart(first(phrase));
        return hasAny(start, first(phrase), writing::isPurpose)
                && IntStream.range(segmentStart(first(phrase)), start).anyMatch(this::isContent);
    }

    /** "Store de toit panoramique": the part of a thing is not the thing, if it is unknown which part. */
    private boolean isWholeOfUnknown(Placed phrase) {
        int start = smallStart(first(phrase));
        return start > 0 && hasAny(start, first(phrase), writing::isBelonging) && isContent(start - 1)
                && !covered.get(start - 1);
    }

    /** "Winter tyre package" is no winter package. */
    private boolean isApartInPackage(Placed phrase) {
        return phrase.phrase().words().stream().anyMatch(writing::isPackage)
                && gap(phrase).stream().anyMatch(this::isContent);
    }

    /** One word names an option for sure only if it is all of its part of the text. */
    private boolean isOneWordOfMore(Placed phrase) {
        int first = first(phrase);
        return phrase.phrase().words().size() == 1 && IntStream.range(segmentStart(first), segmentEnd(first))
                .anyMatch(at -> !phrase.places().get(at) && isContent(at));
    }

    /** "Aluminium door sill trims" are no aluminium trim, because another thing stands within its name. */
    private boolean isAroundOther(Placed phrase) {
        BitSet gap = gap(phrase);
        return placed.stream().anyMatch(other -> !isOnly(other, writing::isBare)
                && !other.places().intersects(phrase.places()) && gap.intersects(other.places()));
    }

    /** "Steering wheel in synthetic leather" is no leather steering wheel. */
    private boolean isOfOtherMaterial(Placed phrase) {
        return placed.stream()
                .anyMatch(
                        other -> isOnly(other, writing::isBare) && other.places().intersects(phrase.places())
                                && SegmentParser.hasMore(other.places(), phrase.places()));
    }

    private int size() {
        return words.all().size();
    }

    private String word(int at) {
        return words.all().get(at);
    }

    private boolean isContent(int at) {
        return !writing.isBeside(word(at));
    }

    /** Returns where the small words before a word begin, and words of purpose among them; itself without any. */
    private int smallStart(int at) {
        int start = at;
        while (start > segmentStart(at)
                && (writing.isSmall(word(start - 1)) || writing.isPurpose(word(start - 1)))) {
            start--;
        }
        return start;
    }

    private boolean hasAny(int from, int to, Predicate<String> wanted) {
        return IntStream.range(from, to).anyMatch(at -> wanted.test(word(at)));
    }

    private static int first(Placed phrase) {
        return phrase.places().nextSetBit(0);
    }

    /** Returns the numbers of the words between those of a phrase. */
    private static BitSet gap(Placed phrase) {
        var gap = new BitSet();
        gap.set(first(phrase), phrase.places().length());
        gap.andNot(phrase.places());
        return gap;
    }

    private boolean isSegmentStart(int at) {
        return at == 0 || writing.isJoining(word(at - 1)) || words.text().startsInRow(at);
    }

    private int segmentStart(int at) {
        return IntStream.rangeClosed(0, at).filter(this::isSegmentStart).max().orElse(0);
    }

    private int segmentEnd(int at) {
        return IntStream.range(at + 1, size()).filter(this::isSegmentStart).findFirst().orElse(size());
    }
}
