/** Price arithmetic: VAT, net price, trade price and the amounts suggested from them. */
@NullMarked
package app.forecourt.car.price;

import org.jspecify.annotations.NullMarked;
