/** Keyboard shortcuts, the sheet that lists them, and the command palette that searches all actions. */
@NullMarked
package app.forecourt.ui.keys;

import org.jspecify.annotations.NullMarked;
