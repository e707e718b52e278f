package app.forecourt.photo;

/**
 * The reason why a photo is not public.
 *
 * @param step the step that failed
 * @param reason the name of the step's own constant, as {@code NO_SPACE}, or {@link #UNEXPECTED}
 */
public record PhotoUploadFailure(Step step, String reason) {
    /** The reason after an error of the program itself. */
    public static final String UNEXPECTED = "UNEXPECTED";

    /** The failure if nothing can be written on this computer, as because the disk is full. */
    public static final PhotoUploadFailure UNWRITABLE = new PhotoUploadFailure(Step.KEEP, "UNWRITABLE");

    /** The failure of a photo whose file is on another computer, from which the car was moved. */
    public static final PhotoUploadFailure LEFT_BEHIND = new PhotoUploadFailure(Step.PREPARE, "LEFT_BEHIND");

    /** The steps that can fail. */
    public enum Step {
        /** Reading the chosen file and preparing it. */
        PREPARE,
        /** Keeping the prepared file in the program's folder. */
        KEEP,
        /** Putting the prepared file on the web space. */
        PUT,
        /** Fetching the photo from its public address. */
        FETCH
    }

    /** Creates a failure from the step's own constant. */
    public static PhotoUploadFailure of(Step step, Enum<?> reason) {
        return new PhotoUploadFailure(step, reason.name());
    }

    /** Returns whether the web space or its public address refused the photo. */
    public boolean isOfWebSpace() {
        return step == Step.PUT || step == Step.FETCH;
    }
}
