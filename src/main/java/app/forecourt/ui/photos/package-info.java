/** Views of the photo list. */
@NullMarked
package app.forecourt.ui.photos;

import org.jspecify.annotations.NullMarked;
