/** Text fields with a popup: a list of known values, or a calendar. Anything else may still be typed. */
@NullMarked
package app.forecourt.ui.input;

import org.jspecify.annotations.NullMarked;
