/** Text fields with a list of known values below them. Anything else may still be typed. */
@NullMarked
package app.forecourt.ui.input;

import org.jspecify.annotations.NullMarked;
