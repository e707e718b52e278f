package app.forecourt.upload;

import app.forecourt.photo.upload.UploadFailure;

/** The result of one step on a photo's way. */
public sealed interface StepResult<T> {

    /** The step succeeded. */
    record Done<T>(T value) implements StepResult<T> {}

    /**
     * The step failed.
     *
     * @param again whether the next try may succeed without the user
     */
    record Failed<T>(UploadFailure reason, boolean again) implements StepResult<T> {}

    /** The step was not taken, because the settings of the web space have changed. The photo waits for a web space. */
    record NotTaken<T>() implements StepResult<T> {}
}
