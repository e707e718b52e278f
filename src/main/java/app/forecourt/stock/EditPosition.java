package app.forecourt.stock;

import java.util.UUID;

/**
 * Where she was.
 *
 * @param car the open one
 * @param field the id of the control with the caret
 * @param scroll how far the form was scrolled, from 0 to 1
 */
public record EditPosition(UUID car, String field, double scroll) {}
