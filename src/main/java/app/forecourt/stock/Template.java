package app.forecourt.stock;

import app.forecourt.car.CarDraft;
import java.util.UUID;

/**
 * A template from which new cars are created.
 *
 * @param name the user's name for the template, not blank
 * @param draft the fields without those that belong to one car only
 */
public record Template(UUID id, String name, CarDraft draft) {}
