/** The form's model: field texts, validation, visible problems, and the arithmetic of prices. */
@NullMarked
package app.forecourt.model.form;

import org.jspecify.annotations.NullMarked;
