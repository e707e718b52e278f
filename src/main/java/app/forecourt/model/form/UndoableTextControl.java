package app.forecourt.model.form;

/** A control that edits the text of a field, with an undo history of its own. */
public interface UndoableTextControl {
    /** Replaces the text as if the user had typed it, so that it can be undone. */
    void type(String text);

    /** Replaces the text without the user. Undo goes on. Nothing is selected afterwards. */
    void replace(String text);

    /** Returns whether the control gets the keys of its window, also while the window is behind another one. */
    boolean isFocusOwner();

    /** Clears the undo history even if the text stays the same. */
    void clearUndoHistory();
}
