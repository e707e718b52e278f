/** The upload of photos: the worker, and the prepared files that wait in the program's folder. */
@NullMarked
package app.forecourt.upload;

import org.jspecify.annotations.NullMarked;
