package app.forecourt.advert;

/** Something an advert tells in a line: what it is about, and how it is. */
public record AdvertFact(String label, String value) {}
