package app.forecourt.stock;

import java.util.UUID;

/**
 * The last position of the user in the form.
 *
 * @param car the id of the open car
 * @param field the id of the focused control
 * @param scroll the scroll position of the form, from 0 to 1
 */
public record EditPosition(UUID car, String field, double scroll) {}
