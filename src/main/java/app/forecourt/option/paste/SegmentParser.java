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

/** What a piece of a pasted list means. For one text, by one thread. */
final class SegmentParser {
    /** Characters; more are a paragraph and no equipment. */
    private static final int LONGEST = 400;
    /** How much of a text has to be understood at least, by its letters. */
    private static final double MOST_OF_IT = 0.5;
    /** Letters that one unknown word beside them does not make another thing, however long that is. */
    private static final int LONG_NAME = 5;

    /** Capitals before a name, as order codes are; where all is in capitals they say nothing. */
    private static final Pattern CODE = Pattern.compile("^(\\p{Lu}{2,4})\\s+(?=.*\\p{Ll})");

    /** Between names that stand in a row. */
    private static final Pattern BESIDE = Pattern.compile("\\s*[/+&]\\s*");

    private final OptionPhraseIndex phrases;
    private final EquipmentListGrammar writing;
    private final WordGuesser guesses;

    /**
     * All that a text means.
     *
     * @param left parts of the text that mean none of them
     * @param gone whether the text says that something is not there
     */
    record Meant(List<Meaning> meanings, List<String> left, boolean gone) {
        static final Meant NOTHING = new Meant(List.of(), List.of(), false);

        /** Whether it says what is there, and that no worse than the other. */
        boolean isNoWorseThan(Meant other) {
            return !gone && !meanings.isEmpty()
                    && (other.meanings.isEmpty() || how().compareTo(other.how()) <= 0);
        }

        private How how() {
            return meanings.stream().map(Meaning::how).max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    /**
     * A meaning, and how it was found.
     *
     * @param oneOf the names of options, all of which are meant; several sets if it may be any of them
     * @param text the part of the text that has this meaning
     */
    record Meaning(Set<Set<String>> oneOf, How how, Supplier<String> text) {}

    /** A name and where its words are in a piece. */
    record Placed(Phrase phrase, BitSet places, boolean guessed) {}

    SegmentParser(OptionPhraseIndex phrases, EquipmentListGrammar writing) {
        this.phrases = phrases;
        this.writing = writing;
        this.guesses = new WordGuesser(phrases);
    }

    Meant read(String text) {
        return read(text, false);
    }

    private Meant read(String text, boolean isPart) {
        if (text.length() > LONGEST) {
            return Meant.NOTHING;
        }
        Meant whole = asItStands(text, isPart);
        Matcher code = CODE.matcher(text);
        if (whole.gone() || !code.find() || isWord(code.group(1))) {
            return whole;
        }
        Meant rest = asItStands(text.substring(code.end()), isPart);
        return rest.isNoWorseThan(whole) ? rest : whole;
    }

    /** Whether capitals are what something is called, or say nothing beside it anyway. */
    private boolean isWord(String capitals) {
        String word = WordStemmer.stem(TextNormalizer.plain(capitals));
        return phrases.isAbbreviation(word) || writing.isBeside(word) || writing.longFor(word).isPresent();
    }

    private Meant asItStands(String text, boolean isPart) {
        var words = new SegmentTokens(text, phrases, guesses, writing);
        List<Placed> placed = largest(words);
        BitSet covered = covered(placed, words);
        int absent = writing.absent(words.all());
        if (absent >= 0 && !covered.get(absent)) {
            return new Meant(List.of(), List.of(), true);
        }
        int without = writing.without(words.all());
        if (without >= 0 && !covered.get(without)) {
            return new Meant(read(String.join(" ", words.all().subList(0, without)), isPart).meanings(),
                    List.of(), true);
        }
        return accepted(words, covered)
                ? new Meant(meanings(text, words, placed, covered, isPart), left(words, covered), false)
                : inParts(words);
    }

    /** What is joined by "and" may be understood in part. */
    private Meant inParts(SegmentTokens words) {
        int size = words.all().size();
        var meanings = new ArrayList<Meaning>();
        var left = new ArrayList<String>();
        int from = 0;
        for (int at = 0; at <= size; at++) {
            if (at == size || writing.isJoining(words.all().get(at))) {
                if (at > from && at - from < size) {
                    Meant part = read(words.text().exact(from, at), true);
                    meanings.addAll(part.meanings());
                    left.addAll(part.meanings().isEmpty() ? List.of(words.text().shown(from, at))
                            : part.left());
                }
                from = at + 1;
            }
        }
        return new Meant(meanings, left, false);
    }

    /** Returns the parts of a text that no name covers, without words that say nothing beside a name. */
    private List<String> left(SegmentTokens words, BitSet covered) {
        var left = new ArrayList<String>();
        int size = words.all().size();
        for (int at = covered.nextClearBit(0); at < size; at = covered.nextClearBit(at)) {
            int next = covered.nextSetBit(at);
            int end = next < 0 ? size : next;
            int[] telling = IntStream.range(at, end).filter(one -> !writing.isBeside(words.all().get(one)))
                    .toArray();
            if (telling.length > 0) {
                left.add(words.text().shown(telling[0], telling[telling.length - 1] + 1));
            }
            at = end;
        }
        return left;
    }

    /** Those that are no part of a larger one. */
    private List<Placed> largest(SegmentTokens words) {
        List<Placed> all = phrases.within(words.known()).stream()
                .filter(phrase -> phrase.counts(words.all()))
                .map(phrase -> new Placed(phrase, words.nearestPlaces(phrase.words()),
                        phrase.words().stream().anyMatch(words::isGuessed)))
                .filter(SegmentParser::isTogether).toList();
        List<Placed> own = all.stream().filter(one -> !takesWordOfPart(one, all, words)).toList();
        return own.stream().filter(one -> own.stream().noneMatch(other -> isPartOf(one, other))).toList();
    }

    private static boolean isTogether(Placed one) {
        return SegmentTokens.span(one.places) <= 2 * one.phrase.words().size() + 3;
    }

    private static boolean isPartOf(Placed one, Placed other) {
        if (one.equals(other)) {
            return false;
        }
        if (hasMore(one.places, other.places)) {
            return false;
        }
        if (!one.places.equals(other.places)) {
            return true;
        }
        // In the same place: rather what stands there than what is guessed, rather more words than fewer.
        return one.guessed == other.guessed ? other.phrase.words().containsAll(one.phrase.words())
                : one.guessed;
    }

    /** "Halogen headlights with LED daytime running lights": the LED belongs to the lights that follow it. */
    private boolean takesWordOfPart(Placed one, List<Placed> all, SegmentTokens words) {
        int first = one.places.nextSetBit(0);
        int with = IntStream.range(first, one.places.length())
                .filter(at -> !one.places.get(at) && writing.isWith(words.all().get(at))).findFirst()
                .orElse(one.places.length());
        return all.stream().anyMatch(other -> other.places.nextSetBit(0) > with && !other.guessed
                && other.places.intersects(one.places) && hasMore(other.places, one.places));
    }

    /** Returns whether some places are not among others. */
    static boolean hasMore(BitSet places, BitSet others) {
        var more = (BitSet) places.clone();
        more.andNot(others);
        return !more.isEmpty();
    }

    private static BitSet covered(List<Placed> placed, SegmentTokens words) {
        var covered = new BitSet();
        placed.forEach(one -> covered.or(words.places(one.phrase.words())));
        return covered;
    }

    private boolean accepted(SegmentTokens words, BitSet covered) {
        int understood = 0;
        int left = 0;
        int unknown = 0;
        var rest = new ArrayList<String>();
        for (int at = 0; at < words.all().size(); at++) {
            String word = words.all().get(at);
            if (covered.get(at)) {
                understood += word.length();
            } else {
                rest.add(word);
                left += writing.isBeside(word) ? 0 : word.length();
                unknown += writing.isBeside(word) ? 0 : 1;
            }
        }
        return writing.otherThing(rest) < 0 && (understood >= MOST_OF_IT * (understood + left)
                || (unknown == 1 && understood >= LONG_NAME));
    }

    private List<Meaning> meanings(String text, SegmentTokens words, List<Placed> placed, BitSet covered,
            boolean isPart) {
        boolean whole = IntStream.range(0, words.all().size())
                .allMatch(at -> covered.get(at) || writing.isBeside(words.all().get(at)));
        var context = new ContextPolicy(words, placed, covered, isPart, writing);
        return placed.stream().map(one -> new Meaning(one.phrase.meanings(),
                leastSure(context.most(one), one.phrase.meanings().size() > 1 ? How.PERHAPS
                        : !whole || one.guessed ? How.LIKENESS
                                : isName(text, one.phrase) ? How.EXACT : How.SYNONYM),
                () -> words.text().shown(one.places.nextSetBit(0), one.places.length()))).toList();
    }

    private static How leastSure(How one, How other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** Whether it is called so, or one of several names in a row is. */
    private boolean isName(String text, Phrase phrase) {
        return Stream.concat(Stream.of(text), BESIDE.splitAsStream(text)).anyMatch(part -> phrase.meanings()
                .stream().flatMap(Set::stream).anyMatch(meaning -> phrases.isName(part, meaning)));
    }
}
