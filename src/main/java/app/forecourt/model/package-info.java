/** Root of the window's model, free of JavaFX nodes. */
@NullMarked
package app.forecourt.model;

import org.jspecify.annotations.NullMarked;
