/** Client of RDW, the Dutch vehicle register: the data of a car by its licence plate. */
@NullMarked
package app.forecourt.register;

import org.jspecify.annotations.NullMarked;
