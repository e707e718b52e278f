/** Views of sending: the send bar, the outcome banner and the questions before sending. */
@NullMarked
package app.forecourt.ui.send;

import org.jspecify.annotations.NullMarked;
