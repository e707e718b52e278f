/** Preparing picture files of the disk for upload: upright, scaled down, without metadata. Pure Java. */
@NullMarked
package app.forecourt.photo.prepare;

import org.jspecify.annotations.NullMarked;
