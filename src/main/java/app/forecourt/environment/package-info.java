/** The clients of each profile: AutoChat, the register and the embedded practice server. */
@NullMarked
package app.forecourt.environment;

import org.jspecify.annotations.NullMarked;
