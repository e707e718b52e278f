package app.forecourt.settings;

import java.util.regex.Pattern;

/** Texts without what comes along when they are copied from a letter or a page: white space, signs that can't be seen. */
public final class CredentialCleaner {
    private static final String UNSEEN = "[\\s\\p{Z}\\p{Cc}\\p{Cf}]+";
    private static final Pattern ANYWHERE = Pattern.compile(UNSEEN);
    private static final Pattern AROUND = Pattern.compile("^" + UNSEEN + "|" + UNSEEN + "$");

    private CredentialCleaner() {}

    /** Without any of it: for a client id or a secret, which never has it. */
    public static String bare(String credential) {
        return ANYWHERE.matcher(credential).replaceAll("");
    }

    /** Without what is around it. */
    public static String trimmed(String text) {
        return AROUND.matcher(text).replaceAll("");
    }
}
