package app.forecourt.option.paste;

import app.forecourt.option.CarOption;
import app.forecourt.option.paste.PasteResult.How;
import app.forecourt.option.paste.PasteResult.Match;
import app.forecourt.option.paste.PasteResult.Rest;
import app.forecourt.option.paste.PasteResult.Why;
import app.forecourt.text.WordStemmer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a pasted list of equipment, in any of the four languages. For one text, by one thread. */
final class EquipmentListParser {
    /** Parts of a line that may have a word in common: "electric, heated and folding mirrors". */
    private static final int MOST_IN_COMMON = 4;

    private final OptionPhraseIndex phrases;
    private final EquipmentListGrammar writing;
    private final SegmentParser pieces;
    private final Set<String> chosen;
    private final Map<CarOption, Match> matches = new LinkedHashMap<>();
    private final List<Rest> rest = new ArrayList<>();

    private record Read(String text, boolean gone, SegmentParser.Meant meant) {
        Stream<String> names() {
            return meant.meanings().stream().flatMap(meaning -> meaning.oneOf().stream())
                    .flatMap(Set::stream).distinct();
        }

        boolean isNothing() {
            return !gone && !meant.gone() && meant.meanings().isEmpty();
        }
    }

    /** @param chosen names of options; of several that mean the same such a one is taken */
    EquipmentListParser(OptionPhraseIndex phrases, EquipmentListGrammar writing, Collection<String> chosen) {
        this.phrases = phrases;
        this.writing = writing;
        this.pieces = new SegmentParser(phrases, writing);
        this.chosen = Set.copyOf(chosen);
    }

    PasteResult read(String text) {
        new EquipmentListSplitter(writing).of(text).forEach(line -> {
            List<Read> parts = read(line);
            Set<String> general = parts.stream().flatMap(Read::names)
                    .flatMap(name -> writing.general(name).stream()).collect(Collectors.toSet());
            parts.forEach(part -> take(part, general));
        });
        return new PasteResult(List.copyOf(matches.values()), List.copyOf(rest));
    }

    private List<Read> read(EquipmentListSplitter.Line line) {
        List<Read> parts = line.pieces().stream().map(
                piece -> new Read(piece.text(), piece.gone(),
                        piece.gone() || piece.heading() ? SegmentParser.Meant.NOTHING
                                : pieces.read(piece.text())))
                .toList();
        boolean common = parts.size() > 1 && parts.size() <= MOST_IN_COMMON
                && parts.stream().anyMatch(Read::isNothing)
                && parts.stream().noneMatch(part -> part.meant().gone());
        if (common) {
            var whole = new Read(line.text(), false, pieces.read(line.text()));
            if (whole.names().count() > parts.stream().flatMap(Read::names).distinct().count()) {
                return List.of(whole);
            }
        }
        return parts;
    }

    private void take(Read read, Set<String> general) {
        List<String> words = WordStemmer.words(read.text());
        if (words.isEmpty() || writing.isHeading(read.text())) {
            return;
        }
        boolean listed = false;
        var left = new ArrayList<Rest>();
        for (SegmentParser.Meaning meaning : read.meant().meanings()) {
            boolean known = false;
            for (String name : meaning.oneOf().stream().flatMap(Set::stream).sorted().toList()) {
                Optional<CarOption> option = general.contains(name) ? Optional.empty() : option(name, words);
                option.ifPresent(any -> add(any, meaning.how(), read.text()));
                known |= option.isPresent() || general.contains(name);
            }
            listed |= known;
            if (!known) {
                left.add(new Rest(meaning.text().get(), Why.NOT_LISTED, read.text()));
            }
        }
        read.meant().left().forEach(text -> left.add(new Rest(text, Why.UNKNOWN, read.text())));
        boolean gone = read.gone() || read.meant().gone();
        if (!listed) {
            rest.add(new Rest(read.text(), gone ? Why.NOT_THERE
                    : read.meant().meanings().isEmpty() ? Why.UNKNOWN : Why.NOT_LISTED));
        } else if (gone) {
            rest.add(new Rest(read.text(), Why.NOT_THERE));
        } else {
            rest.addAll(left);
        }
    }

    /** Of those that mean the same: one that is chosen, that is called so, or whose name stands for all. */
    private Optional<CarOption> option(String name, List<String> words) {
        List<CarOption> same = phrases.options(name);
        return same.stream().filter(option -> chosen.contains(option.name())).findFirst()
                .or(() -> same.stream().filter(option -> WordStemmer.words(option.prettyName()).equals(words))
                        .findFirst())
                .or(() -> same.stream().filter(option -> option.name().equals(name)).findFirst())
                .or(() -> same.stream().findFirst());
    }

    private void add(CarOption option, How how, String text) {
        matches.merge(option, new Match(option, how, List.of(text)), (before, now) -> new Match(option,
                before.how().compareTo(now.how()) < 0 ? before.how() : now.how(),
                Stream.concat(before.texts().stream(), now.texts().stream()).distinct().toList()));
    }
}
