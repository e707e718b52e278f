/** The upload of a photo from a file of the dealer to a public address. */
@NullMarked
package app.forecourt.photo.upload;

import org.jspecify.annotations.NullMarked;
