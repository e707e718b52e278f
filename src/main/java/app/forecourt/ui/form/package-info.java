/** Views of the form: fields, notes below them, suggestions and the problem summary. */
@NullMarked
package app.forecourt.ui.form;

import org.jspecify.annotations.NullMarked;
