/** Preferences in one private file, the profiles and the dealerships. */
@NullMarked
package app.forecourt.settings;

import org.jspecify.annotations.NullMarked;
