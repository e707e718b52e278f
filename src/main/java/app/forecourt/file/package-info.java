/** Private and atomic files. */
@NullMarked
package app.forecourt.file;

import org.jspecify.annotations.NullMarked;
