/** Client of the AutoChat stock API: sign-in, options, cars, and what each response means. */
@NullMarked
package app.forecourt.autochat;

import org.jspecify.annotations.NullMarked;
