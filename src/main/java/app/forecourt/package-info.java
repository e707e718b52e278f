/** The entry point and the JavaFX application. */
@NullMarked
package app.forecourt;

import org.jspecify.annotations.NullMarked;
