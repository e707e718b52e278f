/** Connection of the chosen profile to AutoChat, as the environment band shows it. */
@NullMarked
package app.forecourt.model.connection;

import org.jspecify.annotations.NullMarked;
