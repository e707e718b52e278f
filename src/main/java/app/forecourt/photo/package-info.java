/** Fetching and decoding photos for preview. */
@NullMarked
package app.forecourt.photo;

import org.jspecify.annotations.NullMarked;
