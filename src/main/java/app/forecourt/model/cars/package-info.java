/** The car being edited and all other cars of the window's model. */
@NullMarked
package app.forecourt.model.cars;

import org.jspecify.annotations.NullMarked;
