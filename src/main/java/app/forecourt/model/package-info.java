/** Root of the window's model. No nodes. */
@NullMarked
package app.forecourt.model;

import org.jspecify.annotations.NullMarked;
