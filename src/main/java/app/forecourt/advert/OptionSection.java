package app.forecourt.advert;

import java.util.List;

/**
 * A group of options in an advert.
 *
 * @param heading the name of the group
 * @param labels the names of the options, without duplicates
 * @param moreCount the number of further options
 */
public record OptionSection(String heading, List<String> labels, int moreCount) {
    public OptionSection {
        labels = List.copyOf(labels);
    }
}
