/** Client of the AutoChat stock API: sign-in, options, cars, and the meaning of each response. */
@NullMarked
package app.forecourt.autochat;

import org.jspecify.annotations.NullMarked;
