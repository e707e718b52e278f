package app.forecourt.upload;

import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadFailure;
import app.forecourt.photo.upload.UploadState;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The next step on a photo's way, by its state: whether it is possible, and the photo's state after it. */
final class NextStep {
    private static final Logger LOG = Logger.getLogger(NextStep.class.getName());

    private final UploadSteps steps;
    private final PreparedFiles files;

    NextStep(UploadSteps steps, PreparedFiles files) {
        this.steps = steps;
        this.files = files;
    }

    /** Returns whether the step can be taken. Reads memory only. */
    boolean isPossible(PhotoUpload photo) {
        return switch (photo.state()) {
            case CHOSEN -> true;
            case PREPARED, STORED -> photo.released() && steps.hasWebSpace();
            case PUBLIC, FAILED, STOPPED -> false;
        };
    }

    /** Takes the step and returns the photo's new state. Blocks. */
    PhotoUpload take(PhotoUpload photo) {
        try {
            return switch (photo.state()) {
                case CHOSEN -> prepare(photo);
                case PREPARED -> result(photo, steps.put(photo, files.read(photo.id())), _ -> photo.stored());
                case STORED -> result(photo, steps.fetch(photo, files.read(photo.id())), photo::published);
                case PUBLIC, FAILED, STOPPED -> photo;
            };
        } catch (IOException unreadable) {
            LOG.log(Level.INFO, "A prepared photo could not be read", unreadable);
            // The chosen file may still be there.
            return photo.failed(
                    new UploadFailure(UploadFailure.Step.KEEP, "UNREADABLE"),
                    photo.tries() == 0 ? UploadState.CHOSEN : UploadState.FAILED);
        }
    }

    private PhotoUpload prepare(PhotoUpload photo) {
        return result(photo, steps.prepare(photo), file -> {
            try {
                files.write(photo.id(), file.jpeg());
                return photo.prepared(file.facts());
            } catch (IOException noSpace) {
                LOG.log(Level.INFO, "A prepared photo could not be written", noSpace);
                return photo.failed(UploadFailure.UNWRITABLE, photo.state());
            }
        });
    }

    private interface Success<T> {
        PhotoUpload after(T value);
    }

    private static <T> PhotoUpload result(PhotoUpload photo, StepResult<T> result, Success<T> success) {
        return switch (result) {
            case StepResult.Done<T>(T value) -> success.after(value);
            case StepResult.Failed<T>(var reason, boolean again) ->
                photo.failed(reason, again ? photo.state() : UploadState.FAILED);
            case StepResult.NotTaken<T> _ -> photo;
        };
    }

    /**
     * Returns the photo after its step has ended with a bug. It needs the user, because the next try may end so too.
     */
    static PhotoUpload broken(PhotoUpload photo) {
        UploadFailure.Step step = switch (photo.state()) {
            case CHOSEN -> UploadFailure.Step.PREPARE;
            case STORED -> UploadFailure.Step.FETCH;
            case PREPARED, PUBLIC, FAILED, STOPPED -> UploadFailure.Step.PUT;
        };
        return photo.failed(new UploadFailure(step, UploadFailure.UNEXPECTED), UploadState.FAILED);
    }

    /**
     * Returns the state after a step, together with what the user has changed meanwhile.
     *
     * @param before the state before the step
     * @param after the state after the step
     * @param current the state that the user has changed during the step
     */
    static PhotoUpload merge(PhotoUpload before, PhotoUpload after, PhotoUpload current) {
        PhotoUpload released = current.released() ? after.release() : after;
        if (current.state() != UploadState.STOPPED || before.state() == UploadState.STOPPED) {
            return released;
        }
        // A photo that is public already keeps its address, so that an undo has it.
        return after.state() == UploadState.PUBLIC ? released : released.stopped();
    }
}
