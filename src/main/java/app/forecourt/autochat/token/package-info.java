/** Access tokens, their storage, and the log of token requests. */
@NullMarked
package app.forecourt.autochat.token;

import org.jspecify.annotations.NullMarked;
