/** Keyboard shortcuts and the sheet that lists them. */
@NullMarked
package app.forecourt.ui.keys;

import org.jspecify.annotations.NullMarked;
