/** Entry point and composition root: starts the program, creates every service and opens the window. */
@NullMarked
package app.forecourt;

import org.jspecify.annotations.NullMarked;
