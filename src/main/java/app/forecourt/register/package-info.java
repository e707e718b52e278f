/** Client of RDW, the Dutch vehicle register: what a licence plate tells about its car. */
@NullMarked
package app.forecourt.register;

import org.jspecify.annotations.NullMarked;
