package app.forecourt.ui.words;

import app.forecourt.sharing.StockInvitation;
import app.forecourt.sharing.connection.ServerAddressParser;
import app.forecourt.sharing.connection.ServerFailure;
import app.forecourt.sharing.server.ServerCheck.Outcome;
import app.forecourt.sharing.server.ServerCheck.Step;
import app.forecourt.sharing.server.ServerCheck.StepResult;
import java.time.LocalDate;
import java.util.List;

/** The messages about the shared stock, in plain words for dealers. */
public record SharedStockMessages(Messages words) {

    /** Returns the reason why the server can't be used, and what to do. */
    public String sentence(ServerFailure failure) {
        return words.get("sharedstock.failure." + Messages.key(failure));
    }

    /** Returns the result of a step of the test. */
    public String sentence(StepResult result) {
        String step = "sharedstock.step." + Messages.key(result.step());
        return switch (result.outcome()) {
            case Outcome.Passed _ when result.step() == Step.ENCRYPTION -> encrypted(step, result.detail());
            case Outcome.Passed _ -> words.get(step + ".passed", result.detail());
            case Outcome.Skipped _ -> words.get("sharedstock.step.encryption.none");
            case Outcome.WillCreate _ ->
                words.get("sharedstock.step.schema." + (result.detail().isEmpty() ? "create" : "renew"));
            case Outcome.NoNotification _ -> words.get("sharedstock.step.notification.none");
            case Outcome.Failed(ServerFailure failure) -> sentence(failure);
        };
    }

    /** @param detail the protocol and the certificate's last day */
    private String encrypted(String step, String detail) {
        List<String> found = List.of(detail.split(", "));
        return words.get(
                step + ".passed",
                found.getFirst(),
                found.size() == 1 ? "" : words.value(LocalDate.parse(found.getLast())));
    }

    /** Returns what is wrong with a typed address. */
    public String sentence(ServerAddressParser.Result.Faulty fault) {
        return words.get("sharedstock.address." + Messages.key(fault.problem()), fault.detail());
    }

    /** Returns the reason why a file is no invitation for this desk. */
    public String sentence(StockInvitation.Reason reason) {
        return words.get("sharedstock.invitation." + Messages.key(reason));
    }
}
