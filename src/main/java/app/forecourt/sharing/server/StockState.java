package app.forecourt.sharing.server;

import java.util.UUID;

/**
 * The state of the shared stock.
 *
 * @param id the identity of the stock
 * @param version the version of the stock, raised by each stored item
 * @param incarnation another text after the database was restored from a backup. Versions that a desk remembers may
 *     then belong to other contents, so the desk must compare everything.
 */
public record StockState(UUID id, long version, String incarnation) {}
