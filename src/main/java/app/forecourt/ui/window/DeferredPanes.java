package app.forecourt.ui.window;

import app.forecourt.ui.form.ProblemSummary;
import app.forecourt.ui.options.OptionsPane;
import app.forecourt.ui.send.BannerArea;
import app.forecourt.ui.send.SendController;
import app.forecourt.ui.stock.StockPane;

/**
 * Panes around the form. They are created after the first frame, or earlier when needed, because the user types into
 * the form first.
 */
record DeferredPanes(
        StockPane stock,
        OptionsPane options,
        ProblemSummary problems,
        BannerArea banner,
        FieldNavigator navigator,
        SendController sendController) {}
