/** The car being edited and all other cars. */
@NullMarked
package app.forecourt.model.cars;

import org.jspecify.annotations.NullMarked;
