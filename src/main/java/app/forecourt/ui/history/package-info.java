/** Views of a car's history: its steps, and its submissions with the raw answers. */
@NullMarked
package app.forecourt.ui.history;

import org.jspecify.annotations.NullMarked;
