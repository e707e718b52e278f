/** Sheets in the window, dialogs and file choosers. */
@NullMarked
package app.forecourt.ui.dialog;

import org.jspecify.annotations.NullMarked;
