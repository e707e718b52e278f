package app.forecourt.ui.advert;

import app.forecourt.card.CardLayout;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.words.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Paper;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Window;

/**
 * Service for the system's printers, possibly including one that writes PDF. Windows and macOS show their own print
 * dialog. On Linux the program asks, because Java's print dialog looks different and needs a mouse.
 */
public final class SystemPrintService implements PrintService {
    private static final boolean IS_LINUX =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");

    private static final Path COMMAND = Path.of("/usr/bin/lpr");

    private final Messages messages;

    public SystemPrintService(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Optional<Outcome> findObstacle() {
        if (Printer.getAllPrinters().isEmpty()) {
            return Optional.of(Outcome.NO_PRINTER);
        }
        // Checked here, because Java reports no error if the command can't be run.
        return IS_LINUX && !Files.isExecutable(COMMAND) ? Optional.of(Outcome.NO_COMMAND) : Optional.empty();
    }

    @Override
    public Outcome print(Image page, String name, Window over) {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            return Outcome.NO_PRINTER;
        }
        job.getJobSettings().setJobName(name);
        job.getJobSettings().setPageLayout(layout(job.getPrinter()));
        if (!(IS_LINUX ? choosePrinter(job, over) : job.showPrintDialog(over))) {
            job.cancelJob();
            return Outcome.CANCELLED;
        }
        // The layout is created for the chosen printer, because its margins may differ.
        PageLayout paper = layout(job.getPrinter());
        job.getJobSettings().setPageLayout(paper);
        return job.printPage(fitted(page, paper)) && job.endJob() ? Outcome.PRINTED : Outcome.FAILED;
    }

    private boolean choosePrinter(PrinterJob job, Window over) {
        // The default printer comes first, because Enter accepts the first one.
        List<Printer> printers = Stream.concat(Stream.of(job.getPrinter()), Printer.getAllPrinters().stream())
                .distinct()
                .toList();
        Optional<Printer> chosen = new WindowDialogs(() -> over, messages, _ -> false)
                .choose("preview.print.title", "preview.print.where", "preview.print.yes", printers, Printer::getName);
        chosen.ifPresent(job::setPrinter);
        return chosen.isPresent();
    }

    private static PageLayout layout(Printer printer) {
        return printer.createPageLayout(Paper.A4, PageOrientation.PORTRAIT, Printer.MarginType.HARDWARE_MINIMUM);
    }

    /** Returns an A4 page in the middle of the printable area, scaled down to it if needed. */
    private static ImageView fitted(Image page, PageLayout paper) {
        double scale = Math.min(
                1,
                Math.min(paper.getPrintableWidth() / CardLayout.WIDTH, paper.getPrintableHeight() / CardLayout.HEIGHT));
        ImageView view = new ImageView(page);
        view.setFitWidth(CardLayout.WIDTH * scale);
        view.setFitHeight(CardLayout.HEIGHT * scale);
        view.setX((paper.getPrintableWidth() - view.getFitWidth()) / 2);
        view.setY((paper.getPrintableHeight() - view.getFitHeight()) / 2);
        return view;
    }
}
