package app.forecourt.upload;

import app.forecourt.photo.PhotoUploadFailure;

/** The failure of a step on a photo's way. */
public final class PhotoUploadException extends Exception {
    /** The tries of a step that fails until the user does something. */
    public static final int ONCE = 1;
    /** The tries of a step that may succeed at any time. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    private static final long serialVersionUID = 1L;

    private final transient PhotoUploadFailure reason;
    private final int tries;

    /** @param tries the number of tries before the photo needs the user */
    public PhotoUploadException(PhotoUploadFailure reason, int tries) {
        super(reason.toString());
        this.reason = reason;
        this.tries = tries;
    }

    public PhotoUploadFailure reason() {
        return reason;
    }

    /** Returns the number of tries before the photo needs the user. */
    public int tries() {
        return tries;
    }
}
