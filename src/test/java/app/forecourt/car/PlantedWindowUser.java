package app.forecourt.car;

import app.forecourt.ui.fx.Theme;
import javafx.scene.Node;

/** Violation planted for {@code ArchitectureTest}: the domain uses the window. */
public final class PlantedWindowUser {
    Theme theme;
    Node node;
}
