/** Photos of a car: fetching them for preview, and the upload of a file of the dealer to a public address. */
@NullMarked
package app.forecourt.photo;

import org.jspecify.annotations.NullMarked;
