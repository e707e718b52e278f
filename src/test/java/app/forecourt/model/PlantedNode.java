package app.forecourt.model;

import javafx.scene.Node;

/** Fault planted for {@code ArchitectureTest}: a model with a node. */
public final class PlantedNode {
    Node node;
}
