/**
 * The PostgreSQL server of a shared stock: connection and its failures, schema, items with versions, claims and desks.
 */
@NullMarked
package app.forecourt.sharing.server;

import org.jspecify.annotations.NullMarked;
