/** The shared stock in the window's model: its sync, its status, and the other desks. */
@NullMarked
package app.forecourt.model.sharing;

import org.jspecify.annotations.NullMarked;
