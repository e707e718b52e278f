package app.forecourt.ui.photos;

import app.forecourt.ui.fx.NextFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A grid of photo tiles of equal size. The selected ones are side by side. The grid has the focus, not the tiles. Tiles
 * are created {@value #TILES_A_FRAME} a frame; the grid has its final height from the start.
 */
final class PhotoGrid extends WidthFirstPane {
    /** Tiles shown at most. A car has fewer photos; a longer list has errors to solve first. */
    private static final int MOST_TILES = 60;

    private static final int TILES_A_FRAME = 1;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    /** Pixels between tiles. */
    private static final double GAP = 8;

    private static final double MARK_WIDTH = 3;
    /** Factor by which tiles grow to fill a row. */
    private static final double GROWTH = 1.3;

    private final IntFunction<PhotoTile> newTile;
    private final List<PhotoTile> tiles = new ArrayList<>();
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
    private final Rectangle mark = new Rectangle(MARK_WIDTH, 0);
    private List<String> lines = List.of();
    private int anchor = -1;
    private int count;
    private int gap = -1;
    private boolean growing;

    /** @param newTile creates the tile of a position */
    PhotoGrid(IntFunction<PhotoTile> newTile) {
        this.newTile = newTile;
        getStyleClass().add("photo-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        mark.getStyleClass().add("photo-mark");
        mark.setManaged(false);
        mark.setVisible(false);
        mark.setMouseTransparent(true);
        getChildren().add(mark);
    }

    /** Sets the lines of the photos. Ends the selection if there are other photos before or in it. */
    void setLines(List<String> newLines) {
        count = Math.min(MOST_TILES, newLines.size());
        while (tiles.size() > count) {
            getChildren().remove(tiles.removeLast());
        }
        addTiles();
        int end = Math.max(0, first() + selectedCount());
        // A list of the same length has the address of a photo that is public now.
        boolean keeps = newLines.size() == lines.size()
                || (newLines.size() >= end && newLines.subList(0, end).equals(lines.subList(0, end)));
        lines = List.copyOf(newLines);
        select(keeps ? anchor : -1, keeps ? selected.get() : -1);
        requestLayout();
        notifyAccessibleAttributeChanged(AccessibleAttribute.ITEM_COUNT);
    }

    private void addTiles() {
        for (int more = 0; more < TILES_A_FRAME && tiles.size() < count; more++) {
            PhotoTile tile = newTile.apply(tiles.size());
            tile.pseudoClassStateChanged(SELECTED, isSelected(tiles.size()));
            tiles.add(tile);
            getChildren().add(getChildren().size() - 1, tile);
        }
        if (tiles.size() < count && !growing && getScene() != null) {
            growing = true;
            NextFrame.run(getScene(), () -> {
                growing = false;
                addTiles();
            });
        }
    }

    /** Returns the tiles that exist, in order. */
    List<PhotoTile> tiles() {
        return tiles;
    }

    /** Returns the position of the tile that was selected last; -1 if none is. */
    ReadOnlyIntegerProperty selected() {
        return selected.getReadOnlyProperty();
    }

    /** Selects the tiles from one to another, which is the last one. */
    void select(int from, int to) {
        anchor = from;
        selected.set(to);
        IntStream.range(0, tiles.size()).forEach(at -> tiles.get(at).pseudoClassStateChanged(SELECTED, isSelected(at)));
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    /** Selects the tiles from the one that was selected first to another. */
    void extendTo(int to) {
        select(Math.max(0, anchor), to);
    }

    boolean isSelected(int at) {
        return at >= first() && at < first() + selectedCount();
    }

    /** Returns the position of the first selected tile; -1 if none is. */
    int first() {
        return Math.min(anchor, selected.get());
    }

    List<String> selectedLines() {
        return lines.subList(Math.max(0, first()), Math.max(0, first()) + selectedCount());
    }

    int selectedCount() {
        return selected.get() < 0 ? 0 : Math.abs(anchor - selected.get()) + 1;
    }

    /** Returns the cells of the present width. */
    PhotoGridGeometry cells() {
        return new PhotoGridGeometry(count, columns(getWidth()));
    }

    /** Shows where a dragged photo goes. */
    void markGap(int newGap) {
        gap = newGap;
        mark.setVisible(true);
        requestLayout();
    }

    /** Hides the mark of a dragged photo. */
    void hideGap() {
        gap = -1;
        mark.setVisible(false);
    }

    /** Returns the gap at a point of the grid. */
    int gapAt(double x, double y) {
        return cells().gapAt(x / (tileWidth(getWidth()) + GAP), y / (tileHeight(getWidth()) + GAP));
    }

    /** Returns the position of the tile at a point of the grid; -1 if there is none. */
    int tileAt(double x, double y) {
        return IntStream.range(0, tiles.size())
                .filter(at -> tiles.get(at).getBoundsInParent().contains(x, y))
                .findFirst()
                .orElse(-1);
    }

    @Override
    double heightFor(double givenWidth) {
        // Without a width, the present one is the best guess. A parent without a width passes the preferred one, 0.
        double width = givenWidth <= 0 ? getWidth() : givenWidth;
        int rows = new PhotoGridGeometry(count, columns(width)).rows();
        Insets insets = getInsets();
        return rows == 0 ? 0 : rows * (tileHeight(width) + GAP) - GAP + insets.getTop() + insets.getBottom();
    }

    private double usualWidth() {
        return tiles.isEmpty() ? 1 : tiles.getFirst().prefWidth(-1);
    }

    private double inner(double width) {
        return Math.max(0, width - getInsets().getLeft() - getInsets().getRight());
    }

    private int columns(double width) {
        return Math.max(1, (int) ((inner(width) + GAP) / (usualWidth() + GAP)));
    }

    private double tileWidth(double width) {
        int columns = columns(width);
        return Math.floor(Math.min(usualWidth() * GROWTH, (inner(width) + GAP) / columns - GAP));
    }

    /** Returns the height of all tiles: of one line below the name, or of the longest reason. */
    private double tileHeight(double width) {
        double tileWidth = tileWidth(width);
        return Math.ceil(IntStream.range(0, tiles.size())
                .filter(at -> at == 0 || tiles.get(at).isWrapped())
                .mapToDouble(at -> tiles.get(at).prefHeight(tileWidth))
                .max()
                .orElse(0));
    }

    @Override
    protected void layoutChildren() {
        PhotoGridGeometry cells = cells();
        double width = tileWidth(getWidth());
        double height = tileHeight(getWidth());
        double left = getInsets().getLeft();
        double top = getInsets().getTop();
        IntStream.range(0, tiles.size())
                .forEach(at -> tiles.get(at)
                        .resizeRelocate(
                                left + cells.column(at) * (width + GAP),
                                top + cells.row(at) * (height + GAP),
                                width,
                                height));
        if (gap >= 0) {
            // A gap at the end of a row is also the one before the next row.
            boolean atEnd = gap == cells.count();
            int beside = atEnd ? gap - 1 : gap;
            mark.setHeight(height);
            mark.setX(left + (cells.column(beside) + (atEnd ? 1 : 0)) * (width + GAP) - (GAP + MARK_WIDTH) / 2);
            mark.setY(top + cells.row(beside) * (height + GAP));
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        int at = selected.get();
        return switch (attribute) {
            case FOCUS_ITEM -> at >= 0 && at < tiles.size() ? tiles.get(at) : null;
            case ITEM_COUNT -> tiles.size();
            case ITEM_AT_INDEX -> tiles.get((Integer) parameters[0]);
            case SELECTED_ITEMS ->
                FXCollections.<Node>observableArrayList(IntStream.range(0, tiles.size())
                        .filter(this::isSelected)
                        .mapToObj(tiles::get)
                        .toList());
            case MULTIPLE_SELECTION -> true;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
