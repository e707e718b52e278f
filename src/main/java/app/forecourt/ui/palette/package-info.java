/** The command palette: a list of all actions with a search. */
@NullMarked
package app.forecourt.ui.palette;

import org.jspecify.annotations.NullMarked;
