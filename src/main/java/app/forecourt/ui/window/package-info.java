/** The main window and its parts. */
@NullMarked
package app.forecourt.ui.window;

import org.jspecify.annotations.NullMarked;
