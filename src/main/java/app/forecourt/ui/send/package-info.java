/** Views of sending: the send bar, the outcome banner and the history of submissions. */
@NullMarked
package app.forecourt.ui.send;

import org.jspecify.annotations.NullMarked;
