/** The program: where it starts and where its parts are put together. */
@NullMarked
package app.forecourt;

import org.jspecify.annotations.NullMarked;
