/** The form's model: field texts, validation, visible problems and photos. */
@NullMarked
package app.forecourt.model.form;

import org.jspecify.annotations.NullMarked;
