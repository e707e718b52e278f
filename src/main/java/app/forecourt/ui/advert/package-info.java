/** Views of the description builder, the advert preview and the windscreen card. */
@NullMarked
package app.forecourt.ui.advert;

import org.jspecify.annotations.NullMarked;
