package app.forecourt.practice;

import app.forecourt.text.NumberParser;

/** A fault planted for {@code ArchitectureTest}: the practice server uses code of the client. */
public final class PlantedClientUser {
    NumberParser numbers;
}
