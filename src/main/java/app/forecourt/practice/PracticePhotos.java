package app.forecourt.practice;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web space for photos in memory, written to by WebDAV (RFC 4918) with a password and read by everybody. It knows
 * folders of one level, and no MOVE or PROPFIND. The oldest photos are dropped when there are too many.
 */
final class PracticePhotos {
    /** The path of the folder. */
    static final String ROOT = "/photos/";

    static final int MOST_PHOTOS = 300;
    /** The maximum size of a photo, in bytes. */
    static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final long MOST_TOTAL_BYTES = 100L * 1024 * 1024;
    private static final String ALLOWED = "OPTIONS, GET, HEAD, PUT, DELETE, MKCOL";
    private static final Pattern FOLDER = Pattern.compile(ROOT + "([\\w-]{1,80})/?");
    private static final Pattern FILE = Pattern.compile(ROOT + "([\\w-]{1,80})/[\\w.-]{1,80}");
    private static final String PASSWORD = "Basic "
            + Base64.getEncoder()
                    .encodeToString((PracticeServer.CLIENT_ID + ":" + PracticeServer.CLIENT_SECRET)
                            .getBytes(StandardCharsets.UTF_8));

    private final Map<String, byte[]> photos = new LinkedHashMap<>();
    private final Set<String> folders = new LinkedHashSet<>();
    private long totalBytes;

    synchronized PracticeResponse answer(PracticeRequest request) {
        boolean isReading = request.method().equals("GET") || request.method().equals("HEAD");
        if (!isReading && !request.authorization().equals(PASSWORD)) {
            return PracticeResponse.problem(401, "The password is \"practice\".")
                    .withHeader("WWW-Authenticate", "Basic realm=\"photos\"");
        }
        return switch (request.method()) {
            case "GET", "HEAD" -> get(request.path());
            case "OPTIONS" -> PracticeResponse.empty(200).withHeader("Allow", ALLOWED);
            case "PUT" -> put(request);
            case "DELETE" -> delete(request.path());
            case "MKCOL" -> makeFolder(request.path());
            default -> PracticeResponse.problem(405, "Method Not Allowed").withHeader("Allow", ALLOWED);
        };
    }

    private PracticeResponse get(String path) {
        byte[] photo = photos.get(path);
        return photo == null
                ? PracticeResponse.problem(404, "There is no such photo.")
                : PracticeResponse.file("image/jpeg", photo);
    }

    private PracticeResponse put(PracticeRequest request) {
        Matcher file = FILE.matcher(request.path());
        if (!file.matches() || !folders.contains(file.group(1))) {
            return PracticeResponse.problem(409, "There is no such folder.");
        }
        byte[] photo = request.bytes();
        if (!request.contentType().equals("image/jpeg") || !isJpeg(photo)) {
            return PracticeResponse.problem(415, "Only image/jpeg is stored here.");
        }
        if (photo.length > MOST_BYTES) {
            return PracticeResponse.problem(413, "The photo is larger than " + MOST_BYTES + " bytes.");
        }
        boolean isNew = !remove(request.path());
        photos.put(request.path(), photo);
        totalBytes += photo.length;
        while (photos.size() > MOST_PHOTOS || totalBytes > MOST_TOTAL_BYTES) {
            remove(photos.keySet().iterator().next());
        }
        return PracticeResponse.empty(isNew ? 201 : 204);
    }

    private PracticeResponse delete(String path) {
        return remove(path) ? PracticeResponse.empty(204) : PracticeResponse.problem(404, "There is no such photo.");
    }

    private boolean remove(String path) {
        byte[] photo = photos.remove(path);
        totalBytes -= photo == null ? 0 : photo.length;
        return photo != null;
    }

    private PracticeResponse makeFolder(String path) {
        Matcher folder = FOLDER.matcher(path);
        if (!folder.matches()) {
            return PracticeResponse.problem(409, "Folders have one level here.");
        }
        if (!folders.add(folder.group(1))) {
            return PracticeResponse.problem(405, "The folder exists.").withHeader("Allow", ALLOWED);
        }
        if (folders.size() > MOST_PHOTOS) {
            folders.remove(folders.iterator().next());
        }
        return PracticeResponse.empty(201);
    }

    /** Returns whether bytes begin as a JPEG file does. */
    private static boolean isJpeg(byte[] photo) {
        return photo.length > 2 && photo[0] == (byte) 0xff && photo[1] == (byte) 0xd8 && photo[2] == (byte) 0xff;
    }
}
