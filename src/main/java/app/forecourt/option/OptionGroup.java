package app.forecourt.option;

/** Groups of options, in display order. */
public enum OptionGroup {
    SAFETY,
    COMFORT,
    AUDIO_AND_NAVIGATION,
    EXTERIOR,
    INTERIOR,
    DRIVING_HELP,
    /** Group of options without a rule. */
    OTHER
}
