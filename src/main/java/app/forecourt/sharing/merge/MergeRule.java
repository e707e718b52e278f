package app.forecourt.sharing.merge;

import app.forecourt.car.CarField;
import java.util.Set;

/** The rule for a field that two desks have changed at the same time. */
enum MergeRule {
    /** The value of the desk that meets the conflict stays, and the other one gets into the history. */
    TEXT,
    /** The entries that either desk has added stay, and those that either has removed go. */
    ENTRIES,
    /**
     * The value of the desk that meets the conflict stays, because its version is the later one. But a verdict that the
     * car is there always stays, and no verdict wins over a car that was sent again.
     */
    LATEST,
    /**
     * The value of the desk that meets the conflict stays. It grows by itself in each journal, so that another one is
     * no difference.
     */
    GROWING,
    /** An accepted submission stays accepted, and one that has ended does not wait again. */
    PROGRESS;

    private static final Set<String> LISTS =
            Set.of(CarField.OPTIONS.apiName(), CarField.IMAGES.apiName(), CarDocumentMapper.ACCEPTED_SUGGESTIONS);
    private static final Set<String> WHOLE = Set.of(
            CarDocumentMapper.MARK,
            CarDocumentMapper.REOPENED,
            CarDocumentMapper.REGISTER_NOTE,
            SubmissionDocumentMapper.VERDICT,
            SubmissionDocumentMapper.TAKEN_OFF);

    static MergeRule of(String field) {
        if (field.equals(SubmissionDocumentMapper.PROGRESS)) {
            return PROGRESS;
        }
        if (field.equals(SubmissionDocumentMapper.CHANGED)) {
            return GROWING;
        }
        return LISTS.contains(field) ? ENTRIES : WHOLE.contains(field) ? LATEST : TEXT;
    }
}
