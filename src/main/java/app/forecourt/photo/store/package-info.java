/** Stores of photos: putting a photo on the dealer's own web space, and checking that the public sees it. */
@NullMarked
package app.forecourt.photo.store;

import org.jspecify.annotations.NullMarked;
