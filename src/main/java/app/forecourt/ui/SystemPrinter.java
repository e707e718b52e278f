package app.forecourt.ui;

import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Paper;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import javafx.stage.Window;

/** The system's printers, chosen in the system's own way, which makes PDF too where it has a printer for that. */
public final class SystemPrinter implements Printing {

    @Override
    public boolean isPossible() {
        return !Printer.getAllPrinters().isEmpty();
    }

    @Override
    public Outcome print(Region page, Window over) {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            return Outcome.NO_PRINTER;
        }
        job.getJobSettings().setPageLayout(layout(job.getPrinter()));
        if (!job.showPrintDialog(over)) {
            job.cancelJob();
            return Outcome.LEFT;
        }
        // Another printer may have been chosen, with other edges.
        fit(page, layout(job.getPrinter()));
        job.getJobSettings().setPageLayout(layout(job.getPrinter()));
        return job.printPage(page) && job.endJob() ? Outcome.PRINTED : Outcome.FAILED;
    }

    private static PageLayout layout(Printer printer) {
        return printer.createPageLayout(Paper.A4, PageOrientation.PORTRAIT,
                Printer.MarginType.HARDWARE_MINIMUM);
    }

    /** As large as the printer can, in the middle of what it can print on. */
    private static void fit(Region page, PageLayout layout) {
        double scale = Math.min(1, Math.min(layout.getPrintableWidth() / page.getPrefWidth(),
                layout.getPrintableHeight() / page.getPrefHeight()));
        page.getTransforms().setAll(
                new Translate((layout.getPrintableWidth() - page.getPrefWidth() * scale) / 2,
                        (layout.getPrintableHeight() - page.getPrefHeight() * scale) / 2),
                new Scale(scale, scale));
    }
}
