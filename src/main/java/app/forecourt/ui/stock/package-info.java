/** Views of the stock list and of templates. */
@NullMarked
package app.forecourt.ui.stock;

import org.jspecify.annotations.NullMarked;
