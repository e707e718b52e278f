/** An embedded stand-in for AutoChat and the register on loopback. Shares no code with the clients. */
@NullMarked
package app.forecourt.practice;

import org.jspecify.annotations.NullMarked;
