/** The window: views in plain Java over one form model. */
@NullMarked
package app.forecourt.ui;

import org.jspecify.annotations.NullMarked;
