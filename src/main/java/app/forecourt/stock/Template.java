package app.forecourt.stock;

import app.forecourt.car.CarDraft;
import java.util.UUID;

/**
 * A car that new ones begin from.
 *
 * @param name as she calls it, not blank
 * @param draft without what is one car's own
 */
public record Template(UUID id, String name, CarDraft draft) {}
