package app.forecourt.photo.prepare;

/** A weakness of a prepared photo that the user may want to know. */
public enum PhotoRemark {
    /** The long side has fewer than {@value PhotoInspector#SMALLEST_SIDE} pixels. */
    TOO_SMALL,
    /** Nearly all of the photo is dark. */
    DARK,
    /** Nothing in the photo is sharp. */
    BLURRED,
    /** The photo is higher than wide. Adverts show photos in landscape format. */
    UPRIGHT
}
