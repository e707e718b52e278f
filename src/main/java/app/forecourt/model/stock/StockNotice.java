package app.forecourt.model.stock;

import app.forecourt.stock.StockRow;

/** A notice in the line below the stock list. */
public sealed interface StockNotice permits UndoableAction, StockNotice.Returned, StockNotice.Kept {
    /**
     * The return of a car that this desk had deleted.
     *
     * @param desk the desk at which the car is in use, {@code ""} if its name is unknown
     * @param isSent true if the car came back because AutoChat has it or may have it
     */
    record Returned(StockRow car, String desk, boolean isSent) implements StockNotice {}

    /**
     * A car that another desk has deleted, and that stays because the user is typing into it.
     *
     * @param desk the desk that deleted the car, {@code ""} if its name is unknown
     */
    record Kept(StockRow car, String desk) implements StockNotice {}
}
