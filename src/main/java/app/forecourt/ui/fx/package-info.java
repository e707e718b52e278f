/** Helpers for the JavaFX toolkit, without knowledge of the program's models. */
@NullMarked
package app.forecourt.ui.fx;

import org.jspecify.annotations.NullMarked;
