package app.forecourt.advert;

/** One line of facts in an advert: label and value. */
public record AdvertFact(String label, String value) {}
