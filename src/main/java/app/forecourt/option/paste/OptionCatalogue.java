package app.forecourt.option.paste;

import app.forecourt.option.CarOption;
import app.forecourt.option.OptionGroup;
import app.forecourt.option.OptionGroups;
import app.forecourt.option.OptionSearch;
import app.forecourt.option.OptionSearchTerms;
import app.forecourt.text.Language;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Option list with groups, search by names in four languages, and parsing of pasted equipment lists. The constructor is
 * slow, because it reads files. Thread-safe.
 */
public final class OptionCatalogue {
    /** Maximum length of a pasted list in characters. The longest price list of a car has a tenth of it. */
    public static final int MAX_LIST_LENGTH = 200_000;

    private final Map<String, OptionGroup> groups = new HashMap<>();
    private final OptionGroups rules = new OptionGroups();
    private final EquipmentListGrammar grammar = new EquipmentListGrammar();
    private final OptionPhraseIndex phrases;
    private final OptionSearch search;

    /** Creates the catalogue of an option list from AutoChat. */
    public OptionCatalogue(Collection<CarOption> list) {
        var searchTerms = new OptionSearchTerms();
        list.forEach(option -> groups.put(option.name(), rules.of(option)));
        phrases = new OptionPhraseIndex(list, searchTerms, grammar);
        search = new OptionSearch(
                list,
                option -> searchTerms.synonymsOf(phrases.canonicalName(option)),
                searchTerms.entries().stream()
                        .filter(entry -> entry.names().stream()
                                .allMatch(name -> phrases.options(name).isEmpty()))
                        .flatMap(entry -> entry.words().stream())
                        .toList());
    }

    /** Returns the group of an option. The option need not be in this list. */
    public OptionGroup group(CarOption option) {
        OptionGroup group = groups.get(option.name());
        return group != null ? group : rules.of(option);
    }

    /**
     * Returns the options that match a typed text, the best first: by a whole name, by whole words, by beginnings of
     * words, by other letters; each first in the given language. Without any such option, options that differ by a typo
     * are returned. A blank text matches all options.
     */
    public List<OptionSearch.Match> find(String typed, Language language) {
        return search.find(typed, language);
    }

    /** Returns whether a text is an equipment list and not a search word. */
    public static boolean isList(String text) {
        return EquipmentListSplitter.isList(text);
    }

    /**
     * Parses a pasted equipment list. A text of {@link #MAX_LIST_LENGTH} takes about a second.
     *
     * @param chosen API names of chosen options; they are preferred to their synonyms
     */
    public PasteResult parse(String list, Collection<String> chosen) {
        return new EquipmentListParser(phrases, grammar, chosen).parse(list);
    }
}
