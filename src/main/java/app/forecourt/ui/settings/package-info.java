/** The settings sheet. */
@NullMarked
package app.forecourt.ui.settings;

import org.jspecify.annotations.NullMarked;
