package app.forecourt.option.paste;

import app.forecourt.option.CarOption;
import app.forecourt.option.OptionGroup;
import app.forecourt.option.OptionGroups;
import app.forecourt.option.OptionSearch;
import app.forecourt.option.OptionWords;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An option list as people look through it: in groups, by what options are called in four languages, and by lists of
 * equipment from elsewhere. Making one takes a moment, for it reads files; once made it may be used from any thread.
 */
public final class OptionCatalogue {
    /** Characters of a list that is read at most. The longest price list of a car has a tenth of it. */
    public static final int LONGEST_LIST = 200_000;

    private final Map<String, OptionGroup> groups = new HashMap<>();
    private final OptionGroups rules = new OptionGroups();
    private final EquipmentListGrammar writing = new EquipmentListGrammar();
    private final OptionPhraseIndex phrases;
    private final OptionSearch search;

    /** Of an option list as AutoChat gave it. */
    public OptionCatalogue(Collection<CarOption> list) {
        var words = new OptionWords();
        list.forEach(option -> groups.put(option.name(), rules.of(option)));
        phrases = new OptionPhraseIndex(list, words, writing);
        search = new OptionSearch(list, option -> words.of(phrases.meaning(option)));
    }

    /** What an option is about; it need not be of this list. */
    public OptionGroup group(CarOption option) {
        OptionGroup group = groups.get(option.name());
        return group != null ? group : rules.of(option);
    }

    /**
     * The options that may be looked for, the likeliest first: by their own names, by what people call them in any of
     * the four languages, and with a slip of the finger if there is nothing else. All for an empty text.
     */
    public List<OptionSearch.Match> find(String typed) {
        return search.find(typed);
    }

    /** Whether a text is a list of equipment rather than a word to look for. */
    public static boolean isList(String text) {
        return EquipmentListSplitter.isList(text);
    }

    /**
     * What a list of equipment means, as far as it is understood. For a text of {@link #LONGEST_LIST} this takes about a
     * second.
     *
     * @param chosen names of options: of several that mean the same such a one is taken
     */
    public PasteResult read(String list, Collection<String> chosen) {
        return new EquipmentListParser(phrases, writing, chosen).read(list);
    }
}
