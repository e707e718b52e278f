/** The AutoChat stock API: token, options, cars, and what came of a sending. */
@NullMarked
package app.forecourt.autochat;

import org.jspecify.annotations.NullMarked;
