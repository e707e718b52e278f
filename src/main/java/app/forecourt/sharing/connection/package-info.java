/** Connections to the PostgreSQL server of a shared stock: addresses, encryption, and what can go wrong. */
@NullMarked
package app.forecourt.sharing.connection;

import org.jspecify.annotations.NullMarked;
