package app.forecourt.photo.prepare;

/** The result of preparing a picture file. */
public sealed interface PreparationResult {

    /** The photo is ready for upload. */
    record Prepared(PreparedPhoto photo) implements PreparationResult {}

    /** The file can't be prepared. */
    record Rejected(PhotoFileError error) implements PreparationResult {}
}
