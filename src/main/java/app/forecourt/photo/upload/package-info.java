/** The record of a photo on its way from a file of the dealer to a public address. */
@NullMarked
package app.forecourt.photo.upload;

import org.jspecify.annotations.NullMarked;
