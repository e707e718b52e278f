/** The PostgreSQL server of a shared stock: schema, items with versions, claims and presence of desks. */
@NullMarked
package app.forecourt.sharing.server;

import org.jspecify.annotations.NullMarked;
