package app.forecourt.ui.words;

import app.forecourt.sharing.connection.ServerAddressParser.Problem;
import app.forecourt.sharing.connection.ServerFailure;

/** The messages about the shared stock, in plain words for dealers. */
public record SharedStockMessages(Messages words) {

    /** Returns the reason why the server can't be used, and what to do. */
    public String sentence(ServerFailure failure) {
        return words.get("sharedstock.failure." + Messages.key(failure));
    }

    /** Returns what is wrong with a typed address. */
    public String sentence(Problem problem) {
        return words.get("sharedstock.address." + Messages.key(problem));
    }
}
