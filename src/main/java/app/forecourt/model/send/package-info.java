/** The workflows of sending: send, publish on production, correct. */
@NullMarked
package app.forecourt.model.send;

import org.jspecify.annotations.NullMarked;
