/** The window: its models, of which {@link Desk} is the first, and views in plain Java over them. */
@NullMarked
package app.forecourt.ui;

import org.jspecify.annotations.NullMarked;
