package app.forecourt.desks;

import app.forecourt.journal.Journal;
import app.forecourt.sharing.merge.CarDocumentMapper;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What all desks must agree on, as one journal has it.
 *
 * @param cars the values of the cars that are not deleted, by car and field
 * @param submissions the submissions that have ended, as texts
 */
record DeskContent(Map<UUID, Map<String, JsonNode>> cars, Map<UUID, String> submissions) {

    static DeskContent of(Journal journal) {
        Map<UUID, Map<String, JsonNode>> cars = new TreeMap<>();
        Map<UUID, String> submissions = new TreeMap<>();
        for (StockRow row : journal.stock()) {
            Optional<StoredCar> car = journal.car(row.id());
            car.ifPresent(stored -> {
                if (stored.mark() != StockMark.DELETED) {
                    cars.put(stored.id(), new TreeMap<>(CarDocumentMapper.values(stored)));
                }
                stored.submissions().stream()
                        .filter(submission -> !submission.state().isUnderWay())
                        .forEach(submission -> submissions.put(submission.id(), text(submission)));
            });
        }
        return new DeskContent(cars, submissions);
    }

    private static String text(Submission submission) {
        return submission.state() + " " + submission.number().orElse("-") + " " + submission.verdict() + " "
                + submission.takenOff().map(Object::toString).orElse("-") + " " + submission.payload();
    }
}
