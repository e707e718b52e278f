/** The folder that holds all state of the program: its paths, lock, permissions and erasure. */
@NullMarked
package app.forecourt.home;

import org.jspecify.annotations.NullMarked;
