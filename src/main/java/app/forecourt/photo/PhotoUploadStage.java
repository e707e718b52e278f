package app.forecourt.photo;

/** The state of the upload of a photo. The journal knows only the states without a try. */
public enum PhotoUploadStage {
    /** The file is chosen. It is read from the place where the user has it. */
    CHOSEN,
    /** The prepared file is kept in the program's folder, and waits to be put on the web space. */
    PREPARED,
    /** The prepared file is on the web space. It was not fetched back from its public address yet. */
    STORED,
    /** The public address has answered with the prepared file. The program's own copy is deleted. */
    PUBLIC,
    /** The last try failed, and the next try needs the user. */
    FAILED,
    /** The user stopped the photo. */
    STOPPED;

    /** Returns true if the photo goes on by itself. */
    public boolean isUnderWay() {
        return this == CHOSEN || this == PREPARED || this == STORED;
    }
}
