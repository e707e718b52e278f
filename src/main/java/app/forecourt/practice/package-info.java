/** An embedded stand-in for AutoChat on loopback, so that a newcomer can list a car without credentials. */
@NullMarked
package app.forecourt.practice;

import org.jspecify.annotations.NullMarked;
