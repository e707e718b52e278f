/** Cars as AutoChat takes them: the fields, what was typed, what it means, and what is wrong with it. Pure Java, no input or output. */
@NullMarked
package app.forecourt.car;

import org.jspecify.annotations.NullMarked;
