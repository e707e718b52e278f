package app.forecourt.advert;

import java.util.List;

/**
 * Options that are about the same.
 *
 * @param heading what they are about
 * @param labels what they are called, no two the same
 * @param more how many there are beyond those
 */
public record OptionSection(String heading, List<String> labels, int more) {
    public OptionSection {
        labels = List.copyOf(labels);
    }
}
