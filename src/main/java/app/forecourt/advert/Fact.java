package app.forecourt.advert;

import app.forecourt.car.CarField;

/** Something an advert tells in a line: what it is about, and how it is. */
public record Fact(CarField field, String label, String value) {}
