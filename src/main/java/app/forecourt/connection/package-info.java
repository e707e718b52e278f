/** Addresses, sign-in settings and clients of each profile: AutoChat, the register and the practice server. */
@NullMarked
package app.forecourt.connection;

import org.jspecify.annotations.NullMarked;
