package app.forecourt.practice;

import app.forecourt.text.NumberParser;

/** Fault planted for {@code ArchitectureTest}: Practice uses code of the program. */
public final class PlantedClientUser {
    NumberParser numbers;
}
