/** Access tokens: where they are kept and how often one was requested. */
@NullMarked
package app.forecourt.autochat.token;

import org.jspecify.annotations.NullMarked;
