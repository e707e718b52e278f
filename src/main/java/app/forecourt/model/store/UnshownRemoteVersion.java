package app.forecourt.model.store;

import app.forecourt.stock.CarContent;

/**
 * What another desk has typed into a car, and the window does not show yet.
 *
 * @param base the version that the window shows, without what the user has typed since
 * @param stored the version of the journal
 */
public record UnshownRemoteVersion(CarContent base, CarContent stored) {}
