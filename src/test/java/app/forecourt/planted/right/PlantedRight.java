package app.forecourt.planted.right;

import app.forecourt.planted.left.PlantedLeft;

/** Fault planted for {@code ArchitectureTest}: the other half of a cycle. */
public final class PlantedRight {
    PlantedLeft other;
}
