package app.forecourt.photo.store;

import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;
import org.jspecify.annotations.Nullable;

/**
 * The answers to an SSH server's questions: the password to one hidden prompt, and nothing to any other. A server that
 * asks for a second factor gets no answer.
 */
final class PasswordAnswers implements UserInfo, UIKeyboardInteractive {
    private final String password;
    private volatile boolean askedForMore;

    PasswordAnswers(String password) {
        this.password = password;
    }

    /** Returns whether the server asked for more than the password. */
    boolean isAskedForMore() {
        return askedForMore;
    }

    @Override
    public String @Nullable [] promptKeyboardInteractive(
            String destination, String name, String instruction, String[] prompts, boolean[] echo) {
        if (prompts.length == 0) {
            return new String[0];
        }
        if (prompts.length == 1 && !echo[0]) {
            return new String[] {password};
        }
        askedForMore = true;
        return null;
    }

    @Override
    public @Nullable String getPassphrase() {
        return null;
    }

    @Override
    public String getPassword() {
        return password;
    }

    /** Refuses: JSch has the password, and asks again only if the server refused it. */
    @Override
    public boolean promptPassword(String message) {
        return false;
    }

    @Override
    public boolean promptPassphrase(String message) {
        return false;
    }

    @Override
    public boolean promptYesNo(String message) {
        return false;
    }

    @Override
    public void showMessage(String message) {
        // Banners are not shown.
    }
}
