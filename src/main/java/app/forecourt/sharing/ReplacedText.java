package app.forecourt.sharing;

import app.forecourt.sharing.merge.DocumentMerge;
import app.forecourt.sharing.merge.SharedDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A text of a car that gave way to another one, because two desks typed into the same field. It is in the car's
 * history.
 *
 * @param field the name of the field in AutoChat's API
 * @param desk the name of the other desk; empty if it is unknown
 * @param isOwn true if this desk typed the text
 */
public record ReplacedText(UUID car, String field, String desk, boolean isOwn) {

    /**
     * Returns the texts that gave way in the merge of a car, here or before at the other desk.
     *
     * @param base the last document that the desk had
     * @param remote the document of the server
     * @param desk the id of this desk
     */
    static List<ReplacedText> of(
            UUID car, DocumentMerge.Result merge, SharedDocument base, SharedDocument remote, String desk) {
        Set<String> own = new LinkedHashSet<>(merge.lostHere());
        remote.names().stream()
                .filter(name -> remote.field(name).over().equals(desk)
                        && !remote.field(name).isSame(base.field(name)))
                .forEach(own::add);
        return Stream.concat(
                        merge.lost().stream().map(name -> of(car, name, remote, false)),
                        own.stream().map(name -> of(car, name, remote, true)))
                .toList();
    }

    private static ReplacedText of(UUID car, String name, SharedDocument remote, boolean isOwn) {
        return new ReplacedText(car, name, remote.field(name).author().name(), isOwn);
    }
}
