/**
 * The upload of photos: the queue, the prepared files that wait in the program's folder, and the cleanup of photos that
 * nobody needs.
 */
@NullMarked
package app.forecourt.upload;

import org.jspecify.annotations.NullMarked;
