/** Work off the JavaFX thread: the task runner and the keychain's thread. */
@NullMarked
package app.forecourt.concurrent;

import org.jspecify.annotations.NullMarked;
