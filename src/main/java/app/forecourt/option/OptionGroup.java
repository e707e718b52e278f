package app.forecourt.option;

/** What an option is about, in the order in which the groups are shown. */
public enum OptionGroup {
    SAFETY, COMFORT, AUDIO_AND_NAVIGATION, EXTERIOR, INTERIOR, DRIVING_HELP,
    /** Whatever no rule knows. */
    OTHER
}
