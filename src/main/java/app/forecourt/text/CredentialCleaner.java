package app.forecourt.text;

import java.util.regex.Pattern;

/** Removal of white space and invisible characters that were copied from a letter or a page. */
public final class CredentialCleaner {
    private static final String INVISIBLE = "[\\s\\p{Z}\\p{Cc}\\p{Cf}]+";
    private static final Pattern ANYWHERE = Pattern.compile(INVISIBLE);
    private static final Pattern AROUND = Pattern.compile("^" + INVISIBLE + "|" + INVISIBLE + "$");

    private CredentialCleaner() {}

    /** Returns a client id or a secret without white space and invisible characters, because neither contains them. */
    public static String clean(String credential) {
        return ANYWHERE.matcher(credential).replaceAll("");
    }

    /** Returns a text without white space and invisible characters at its ends. */
    public static String trim(String text) {
        return AROUND.matcher(text).replaceAll("");
    }
}
