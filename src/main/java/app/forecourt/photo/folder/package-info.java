/** The folder for new photos: the pictures in it, and those that the user has added or dismissed. */
@NullMarked
package app.forecourt.photo.folder;

import org.jspecify.annotations.NullMarked;
