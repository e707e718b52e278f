/** Private and atomic files, and file names that are valid on every system. */
@NullMarked
package app.forecourt.file;

import org.jspecify.annotations.NullMarked;
