package app.forecourt.planted.left;

import app.forecourt.planted.right.PlantedRight;

/** Fault planted for {@code ArchitectureTest}: one half of a cycle. */
public final class PlantedLeft {
    PlantedRight other;
}
