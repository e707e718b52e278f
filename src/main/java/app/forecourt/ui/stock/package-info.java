/** Views of the stock list, of templates, and of a car's history. */
@NullMarked
package app.forecourt.ui.stock;

import org.jspecify.annotations.NullMarked;
