/** Views of the photo grid, and the pictures in it: fetched from addresses or read from prepared files. */
@NullMarked
package app.forecourt.ui.photos;

import org.jspecify.annotations.NullMarked;
