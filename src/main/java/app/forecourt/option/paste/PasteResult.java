package app.forecourt.option.paste;

import app.forecourt.option.CarOption;
import java.util.List;

/**
 * What became of a pasted list.
 *
 * @param matches the options that were understood, each once, in the order of the text
 * @param rest what was not
 */
public record PasteResult(List<Match> matches, List<Rest> rest) {
    /** How an option was found. */
    public enum How {
        /** By its own name. */
        EXACT,
        /** By what people call it. */
        SYNONYM,
        /** By most of its words, or words that are nearly the same. */
        LIKENESS,
        /** The text may mean this one or another, or another thing; not to be chosen by itself. */
        PERHAPS
    }

    /** Why something did not become an option. */
    public enum Why {
        /** It is nothing that is known. */
        UNKNOWN,
        /** The text says that the car hasn't got it. */
        NOT_THERE,
        /** It is known, but this list has no such option. */
        NOT_LISTED
    }

    /**
     * An option, and what it was found in.
     *
     * @param texts as they stand in the list
     */
    public record Match(CarOption option, How how, List<String> texts) {}

    /**
     * A text that did not become an option.
     *
     * @param within the text that it is a part of, because an option was found in the rest of that; itself otherwise
     */
    public record Rest(String text, Why why, String within) {
        /** A text that is no part of another. */
        public Rest(String text, Why why) {
            this(text, why, text);
        }

        /** Returns whether an option was found in the text around it. */
        public boolean isPart() {
            return !within.equals(text);
        }
    }
}
