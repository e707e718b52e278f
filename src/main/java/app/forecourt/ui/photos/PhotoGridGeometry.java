package app.forecourt.ui.photos;

import javafx.scene.input.KeyCode;

/**
 * The cells of a grid that is filled row by row.
 *
 * @param count number of filled cells
 * @param columns number of columns, at least 1
 */
record PhotoGridGeometry(int count, int columns) {

    /**
     * Returns the cell that a key leads to; the same cell at an edge. A last row that is not full is entered at its
     * end.
     */
    int next(int cell, KeyCode key) {
        int last = count - 1;
        return switch (key) {
            case LEFT -> Math.max(0, cell - 1);
            case RIGHT -> Math.min(last, cell + 1);
            case UP -> cell < columns ? cell : cell - columns;
            case DOWN -> row(cell) == row(last) ? cell : Math.min(last, cell + columns);
            case HOME -> 0;
            case END -> last;
            default -> cell;
        };
    }

    /** Returns the row of a cell, from 0. */
    int row(int cell) {
        return cell / columns;
    }

    /** Returns the column of a cell, from 0. */
    int column(int cell) {
        return cell % columns;
    }

    /** Returns the number of rows. */
    int rows() {
        return (count + columns - 1) / columns;
    }

    /**
     * Returns the gap before a cell where something is dropped.
     *
     * @param x distance from the left in cells
     * @param y distance from the top in cells
     * @return a number from 0 to the number of cells
     */
    int gapAt(double x, double y) {
        int row = Math.clamp((long) Math.floor(y), 0, Math.max(0, rows() - 1));
        int column = Math.clamp(Math.round(x), 0, columns);
        return Math.min(count, row * columns + column);
    }

    /** Returns the first cell of things side by side that move to a gap. */
    static int afterMove(int from, int count, int gap) {
        return gap <= from ? gap : Math.max(from, gap - count);
    }
}
