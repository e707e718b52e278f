/** Messages of the window in its language, and formatting of values. */
@NullMarked
package app.forecourt.ui.words;

import org.jspecify.annotations.NullMarked;
