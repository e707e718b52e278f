/** The photos of files in the window's model: those on their way, and their places in the car in the form. */
@NullMarked
package app.forecourt.model.photos;

import org.jspecify.annotations.NullMarked;
