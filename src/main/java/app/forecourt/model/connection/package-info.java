/** The connection of the chosen profile to AutoChat, and the tests of servers in the settings. */
@NullMarked
package app.forecourt.model.connection;

import org.jspecify.annotations.NullMarked;
