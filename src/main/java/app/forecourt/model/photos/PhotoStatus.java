package app.forecourt.model.photos;

import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadFailure;
import app.forecourt.photo.PhotoUploadStage;
import java.util.Optional;

/** The status of a photo in the form, as the user sees it. */
public enum PhotoStatus {
    /** The line is an address. */
    ADDRESS,
    /** The line is the placeholder of a file that this computer does not know. */
    ELSEWHERE,
    /** The file is on the computer from which the car was moved. */
    LEFT_BEHIND,
    /** The file is being read and prepared. */
    PREPARING,
    /** The photo stays on this computer while the profile is Practice. */
    KEPT_HERE,
    /** The photo waits until a web space is set up. */
    NO_WEB_SPACE,
    /** The photo is being put on the web space, or is next. */
    UPLOADING,
    /** The photo is being fetched from its public address. */
    CHECKING,
    /** The last try failed, and the next one comes by itself. */
    RETRYING,
    /** The photo needs the user. */
    FAILED,
    /** The user stopped the photo. */
    STOPPED;

    private static final int STEPS = 4;

    /**
     * Returns the status of a photo that is not public yet.
     *
     * @param practice whether the current profile is Practice
     * @param hasWebSpace whether a web space is set up
     */
    static PhotoStatus of(PhotoUpload photo, boolean practice, boolean hasWebSpace) {
        return switch (photo.state()) {
            case CHOSEN -> photo.failure().isPresent() ? RETRYING : PREPARING;
            case PREPARED, STORED -> {
                if (practice && !(photo.released() && hasWebSpace)) {
                    yield KEPT_HERE;
                }
                if (!hasWebSpace) {
                    yield NO_WEB_SPACE;
                }
                if (photo.failure().isPresent()) {
                    yield RETRYING;
                }
                yield photo.state() == PhotoUploadStage.PREPARED ? UPLOADING : CHECKING;
            }
            case PUBLIC -> CHECKING;
            case FAILED -> photo.failure().equals(Optional.of(PhotoUploadFailure.LEFT_BEHIND)) ? LEFT_BEHIND : FAILED;
            case STOPPED -> STOPPED;
        };
    }

    /** Returns whether the photo goes on only if the user does something. */
    public boolean needsUser() {
        return this == FAILED || this == LEFT_BEHIND;
    }

    /** Returns whether the user can have the photo tried again at once. */
    public boolean canRetry() {
        return this == FAILED || this == STOPPED || this == RETRYING;
    }

    /** Returns whether the user can stop the photo. */
    public boolean canStop() {
        return isOnItsWay() || this == RETRYING;
    }

    /** Returns whether the photo goes on at this moment. */
    public boolean isOnItsWay() {
        return this == PREPARING || this == UPLOADING || this == CHECKING;
    }

    /** Returns how far the photo is, from 0 to 1. */
    public double progress() {
        return switch (this) {
            case PREPARING -> 1.0 / STEPS;
            case UPLOADING -> 2.0 / STEPS;
            case CHECKING -> 3.0 / STEPS;
            default -> 0;
        };
    }
}
